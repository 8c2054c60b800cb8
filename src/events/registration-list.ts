import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { eventPeopleWords as words } from '#language/words/meetings.ts';
import { registrationWords } from '#language/words/registrations.ts';
import type { Cell, Choice, Column, List, Row } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { printedCode, registrationStates, type RegistrationState } from './registration.ts';

/** Whoever registered, as the people of the zone see them. */
export interface DeskRegistration {
  readonly id: number;
  readonly name: string;
  readonly organisation: string;
  readonly known: TwoText | undefined;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly lang: Lang;
  readonly state: RegistrationState;
  readonly code: string;
  readonly askedAt: Date;
  readonly checkedInAt: Date | null;
}

const title = (key: string) => registrationWords.field[key] ?? registrationWords.title;
const states: readonly Choice[] = registrationStates.map((value) => ({ value, label: words.states[value] }));

const columns: readonly [Column, ...Column[]] = [
  { key: 'name', title: title('name') },
  { key: 'organisation', title: title('organisation') },
  { key: 'known', title: words.known },
  { key: 'role', title: title('role') },
  { key: 'email', title: title('email') },
  { key: 'phone', title: title('phone'), extra: true },
  { key: 'lang', title: title('lang'), extra: true },
  { key: 'state', title: words.state },
  { key: 'code', title: words.code, extra: true },
  { key: 'asked', title: words.askedAt, sortable: true },
  { key: 'checkedIn', title: words.checkedInAt },
];

export const registrationList: List = {
  name: 'registrations',
  columns,
  filters: [
    { key: 'q', title: words.search, kind: 'search' },
    { key: 'state', title: words.state, kind: 'choice', choices: states },
  ],
  sort: 'asked',
};

const tones: Readonly<Record<RegistrationState, Cell['tone']>> = {
  asked: 'blue',
  confirmed: 'green',
  waiting: 'amber',
  cancelled: 'red',
};

function textsOf(one: DeskRegistration, lang: Lang): Record<string, string> {
  const { name, organisation, role, email, phone } = one;
  return {
    ...{ name, organisation, role, email, phone, lang: one.lang, code: printedCode(one.code) },
    known: one.known?.[lang] ?? '',
    state: words.states[one.state][lang],
    asked: minuteOf(one.askedAt),
    checkedIn: one.checkedInAt ? minuteOf(one.checkedInAt) : '',
  };
}

export function registrationRow(one: DeskRegistration, lang: Lang): Row {
  const cells = Object.fromEntries(
    Object.entries(textsOf(one, lang)).map(([key, text]): [string, Cell] => [key, { text }]),
  );
  const tone = tones[one.state];
  return {
    id: String(one.id),
    label: one.name,
    cells: {
      ...cells,
      name: { text: one.name, href: `?one=${one.id}#one` },
      state: { text: words.states[one.state][lang], ...(tone && { tone }) },
    },
  };
}

/** The same as a file, which goes out only: what people said of themselves they change themselves. */
export const registrationSheet: SheetShape = { columns };

export function registrationSheetRow(one: DeskRegistration, lang: Lang): Record<string, string> {
  return textsOf(one, lang);
}
