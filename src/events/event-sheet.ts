import type { Lang } from '#language/lang.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { eventWords } from '#language/words/events.ts';
import { eventAliases } from '#language/words/sheet-aliases.ts';
import { choiceCell, type SheetColumn, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { textField } from '#profiles/field.ts';
import { zoneCell } from '#zones/zone-cell.ts';
import { eventKinds, type TypedEvent } from './event.ts';
import type { DeskEvent } from './event-list.ts';
import { chinasMoment } from './said.ts';

type Said = keyof TypedEvent;
type Reader = (text: string) => Outcome<string>;

/** As a sheet writes a moment, and as a form does. */
const inSheet = (typed: string) => typed.replace('T', ' ');
const inForm = (cell: string) => cell.replace(' ', 'T');

const momentCell =
  (mayBeEmpty: boolean): Reader =>
  (text) => {
    const isGood = (mayBeEmpty && text === '') || chinasMoment.safeParse(inForm(text)).success;
    return isGood ? done(text) : refused({ says: words.momentCell });
  };

const capacityCell: Reader = (text) =>
  /^([1-9]\d{0,4})?$/.test(text) ? done(text) : refused({ says: words.capacityCell });

function column(key: Said | 'zone', read: Reader, more: Partial<SheetColumn> = {}): SheetColumn {
  return { key, title: words.field[key] ?? words.aField, aliases: eventAliases[key] ?? [], read, ...more };
}

function texts(key: Said, longest: number, isRequired = false): SheetColumn {
  const { title } = column(key, done);
  return column(key, textField({ key, title }, longest, isRequired).read);
}

const kinds = eventKinds.map((value) => ({ value, label: eventWords.kinds[value] }));

/** Events as a file: a row without a number is found by name and day, or is a new draft. The zone of one that is there stays. */
export const eventSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    column('zone', zoneCell),
    column('kind', choiceCell(kinds), { choices: kinds }),
    texts('titleZh', 256, true),
    texts('titleEn', 400),
    column('beginsAt', momentCell(false), { isMoment: true }),
    column('endsAt', momentCell(false), { isMoment: true }),
    column('registrationClosesAt', momentCell(true), { isMoment: true }),
    column('capacity', capacityCell),
    texts('venueZh', 200),
    texts('venueEn', 300),
    texts('summaryZh', 2000),
    texts('summaryEn', 4000),
    { key: 'state', title: words.state },
    { key: 'registered', title: words.registered },
  ],
  mayAdd: true,
  isFound: true,
};

const moments: readonly Said[] = ['beginsAt', 'endsAt', 'registrationClosesAt'];

/** As a file's cells mean it, whatever language they are in. */
export function eventCells({ id, zone, typed }: { id: number; zone: string; typed: TypedEvent }) {
  const written = moments.map((key) => [key, inSheet(typed[key])] as const);
  return { id: String(id), zone, ...typed, ...Object.fromEntries(written) };
}

export function eventSheetRow(event: DeskEvent, lang: Lang): Record<string, string> {
  const { id, zone, kind, state, registered, typed } = event;
  return {
    ...eventCells({ id, zone: zone.code, typed }),
    ...{ kind: eventWords.kinds[kind][lang], state: words.states[state][lang], registered: String(registered) },
  };
}

/** What a row says, as the form of an event would send it; what it does not mention stays as it was. */
export function typedInRow(cells: Readonly<Record<string, string>>, before: TypedEvent): TypedEvent {
  const said = Object.fromEntries(Object.entries(cells).filter(([key]) => key in before));
  const written = moments.flatMap((key) => (said[key] === undefined ? [] : [[key, inForm(said[key])] as const]));
  return { ...before, ...said, ...Object.fromEntries(written) };
}
