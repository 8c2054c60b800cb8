import { dateOf, isDay, minuteOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { boardWords } from '#language/words/board.ts';
import { listingFormWords } from '#language/words/listing-form.ts';
import { listingWords as words } from '#language/words/listings.ts';
import { codesCell, codesWritten } from '#lists/codes-cell.ts';
import type { Choice } from '#lists/list.ts';
import { choiceCell, textCell, type SheetColumn, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { DeskListing } from './desk-list.ts';
import { longest, mostDisciplines } from './fields.ts';
import { cooperations, kindsOf, stages, type Side } from './listing.ts';

/** What cells may name: the organisations a row can be of, and the industries. */
export interface SheetChoices {
  readonly organisations: readonly Choice[];
  readonly industries: readonly Choice[];
  readonly disciplines: readonly Choice[];
}

type Reader = (text: string) => Outcome<string>;
const labels = listingFormWords.label;

function choicesOf(names: Readonly<Record<string, Choice['label']>>, values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: names[value] ?? { zh: value, en: value } }));
}

const openCell =
  (read: Reader): Reader =>
  (text) =>
    text.trim() === '' ? done('') : read(text);

/** Several, between commas or semicolons of any kind; kept with a comma between. */
function someOf(read: Reader): Reader {
  return (text) => {
    const parts = partsOf(text.normalize('NFKC')).map(read);
    const wrong = parts.find((part) => !part.ok);
    return wrong ?? done(parts.flatMap((part) => (part.ok ? [part.value] : [])).join(','));
  };
}

export function partsOf(text: string): string[] {
  return text
    .split(/[\u3001,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

const dayCell: Reader = (text) => (isDay(text.trim()) ? done(text.trim()) : refused({ says: boardWords.dayWrong }));
const amountCell: Reader = (text) => {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,13}(\.\d{1,2})?$/.test(plain) ? done(String(Number(plain))) : refused({ says: boardWords.amountWrong });
};
const yesNo: readonly Choice[] = [
  { value: 'yes', label: boardWords.yes },
  { value: 'no', label: boardWords.no },
];

const ownColumns: Readonly<Record<Side, readonly SheetColumn[]>> = {
  need: [
    { key: 'deadline', title: labels.deadline, isDay: true, read: openCell(dayCell) },
    { key: 'tried', title: labels.tried, read: textCell(longest.tried, true) },
    { key: 'conditions', title: labels.conditions, read: textCell(longest.conditions, true) },
  ],
  offer: [
    { key: 'stage', title: labels.stage, read: openCell(choiceCell(choicesOf(words.stage, stages))) },
    { key: 'advantage', title: labels.advantage, read: textCell(longest.advantage, true) },
  ],
};

/** Needs or offers as a file. A row without an id is found by its reference, or is a new draft of the organisation it names. */
export function listingSheet(side: Side, { organisations, industries, disciplines }: SheetChoices): SheetShape {
  const cooperation = choiceCell(choicesOf(words.cooperation, cooperations));
  const keywords = someOf(textCell(longest.keyword));
  return {
    mayAdd: true,
    columns: [
      { key: 'id', title: boardWords.id },
      { key: 'reference', title: words.reference },
      { key: 'organisation', title: words.organisation, read: choiceCell(organisations) },
      { key: 'kind', title: words.kindTitle, read: choiceCell(choicesOf(words.kind, kindsOf[side])) },
      { key: 'title', title: words.title, read: textCell(longest.title) },
      { key: 'summary', title: labels.summary, read: textCell(longest.summary, true) },
      { key: 'body', title: labels.body[side], read: textCell(longest.body, true) },
      ...ownColumns[side],
      { key: 'industries', title: labels.industries, read: someOf(choiceCell(industries)) },
      { key: 'disciplines', title: labels.disciplines, read: codesCell(disciplines, mostDisciplines) },
      { key: 'industryKeywords', title: labels.industryKeywords, read: keywords },
      { key: 'technologyKeywords', title: labels.technologyKeywords, read: keywords },
      { key: 'cooperation', title: labels.cooperation, read: someOf(cooperation) },
      { key: 'budgetLow', title: boardWords.amountFromYuan, read: openCell(amountCell) },
      { key: 'budgetHigh', title: boardWords.amountToYuan, read: openCell(amountCell) },
      {
        key: 'isAnonymous',
        title: labels.isAnonymous,
        read: (text) => (text.trim() === '' ? done('no') : choiceCell(yesNo)(text)),
      },
      { key: 'state', title: words.stateTitle },
      { key: 'published', title: words.published },
      { key: 'expires', title: words.expires },
      { key: 'updated', title: words.updated },
    ],
  };
}

/** The row of a listing as a reader of that language has it: the values of its cells in words. */
export function sheetRow(
  listing: DeskListing,
  cells: Readonly<Record<string, string>>,
  { lang, choices }: { lang: Lang; choices: SheetChoices },
): Record<string, string> {
  const nameIn = (all: readonly Choice[]) => (value: string) =>
    all.find((choice) => choice.value === value)?.label[lang] ?? value;
  const { side, kind, state, publishedAt, expiresAt, updatedAt } = listing;
  const several = (key: string, all: readonly Choice[]) =>
    partsOf(cells[key] ?? '')
      .map(nameIn(all))
      .join(boardWords.between[lang]);
  return {
    ...cells,
    kind: words.kind[kind][lang],
    organisation: listing.organisation[lang] || listing.organisation.zh,
    industries: several('industries', choices.industries),
    disciplines: codesWritten((cells['disciplines'] ?? '').split(' ').filter(Boolean), choices.disciplines, lang),
    cooperation: several('cooperation', choicesOf(words.cooperation, cooperations)),
    ...(side === 'offer' && { stage: several('stage', choicesOf(words.stage, stages)) }),
    isAnonymous: nameIn(yesNo)(cells['isAnonymous'] ?? ''),
    state: words.state[state][lang],
    published: publishedAt ? dateOf(publishedAt) : '',
    expires: expiresAt ? dateOf(expiresAt) : '',
    updated: minuteOf(updatedAt),
  };
}
