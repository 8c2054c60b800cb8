import type { Lang } from '#language/lang.ts';
import { indicatorDeskWords as words, valueColumnNames } from '#language/words/indicator-desk.ts';
import type { Choice } from '#lists/list.ts';
import { choiceCell, textCell, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { addressField, decimalField, isClean } from '#profiles/field.ts';
import { observationWords } from '#language/words/observations.ts';
import { observationStates } from './indicator.ts';
import type { ObservationInput } from './observation.ts';
import { periodMeant } from './period-words.ts';

const states: readonly Choice[] = observationStates.map((value) => ({ value, label: words.states[value] }));
const checked: readonly Choice[] = [
  { value: 'yes', label: words.yes },
  { value: '', label: words.no },
];

const text = (longest: number, mayBeEmpty: boolean) => {
  const read = textCell(longest, mayBeEmpty);
  return (said: string) => (isClean(said) ? read(said) : refused({ says: observationWords.notPeriod }));
};
const decimal = decimalField({ key: 'value', title: words.value }).read;
const address = addressField({ key: 'sourceUrl', title: words.sourceUrl }).read;
const yes = choiceCell(checked);

function end(said: string): Outcome<string> {
  const meant = periodMeant(said);
  return meant === undefined ? refused({ says: words.notPeriod }) : done(meant);
}

/** Values as a file: rows are found by the key of their indicator and the end of their period, or are new. */
export const valuesSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    { key: 'key', title: words.key, aliases: valueColumnNames.key, read: text(40, false) },
    { key: 'name', title: words.name },
    { key: 'end', title: words.end, aliases: valueColumnNames.end, isDay: true, read: end },
    { key: 'value', title: words.value, aliases: valueColumnNames.value, read: decimal },
    { key: 'state', title: words.state, read: (said) => choiceCell(states)(said.trim() === '' ? 'final' : said) },
    { key: 'sourceZh', title: words.sourceZh, aliases: valueColumnNames.source, read: text(400, false) },
    { key: 'sourceEn', title: words.sourceEn, read: text(400, true) },
    { key: 'sourceUrl', title: words.sourceUrl, read: address },
    { key: 'note', title: words.note, read: text(1000, true) },
    { key: 'checked', title: words.checked, read: (said) => (said.trim() === '' ? done('') : yes(said)) },
  ],
  mayAdd: true,
  isFound: true,
};

/** One value as its row has it. */
export interface ListedValue {
  readonly indicator: number;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly end: string;
  readonly value: number;
  readonly state: ObservationInput['state'];
  readonly sourceZh: string;
  readonly sourceEn: string;
  readonly sourceUrl: string;
  readonly note: string;
}

export function valueCells(one: ListedValue): Record<string, string> {
  const { key, name, end: on, state, sourceZh, sourceEn, sourceUrl, note } = one;
  const id = `${one.indicator}@${on}`;
  return { id, key, name, end: on, value: String(one.value), state, sourceZh, sourceEn, sourceUrl, note, checked: '' };
}

/** The same in the reader's words. */
export function valueSheetRow(one: ListedValue, lang: Lang): Record<string, string> {
  const name = lang === 'en' ? one.nameEn || one.name : one.name;
  return { ...valueCells(one), name, state: words.states[one.state][lang] };
}

type Cells = Readonly<Record<string, string>>;

/** What the verb is asked: what a row leaves out stays as it is, except why it was changed. */
export function valueSaid(cells: Cells, before: Cells): Omit<ObservationInput, 'indicator' | 'end'> {
  const text = (key: string) => cells[key] ?? before[key] ?? '';
  return {
    ...{ value: Number(text('value')), state: text('state') as ObservationInput['state'], origin: 'imported' },
    ...{ sourceZh: text('sourceZh'), sourceEn: text('sourceEn'), sourceUrl: text('sourceUrl') },
    ...{ note: cells['note'] ?? '', isSure: cells['checked'] === 'yes' },
  };
}
