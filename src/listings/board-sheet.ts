import { dateOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { boardWords as words } from '#language/words/board.ts';
import { listingFormWords } from '#language/words/listing-form.ts';
import { listingWords } from '#language/words/listings.ts';
import type { Cell, Sheet } from '#text/sheet.ts';
import { interestOf, listingPath } from './board.ts';
import type { Side } from './listing.ts';
import type { ShownCard, Target } from './public.ts';

interface Column {
  readonly title: TwoText;
  readonly cell: (card: ShownCard, lang: Lang) => Cell;
}

const labels = listingFormWords.label;
const day = (at: Date | undefined) => (at ? dateOf(at) : null);

function targetIn({ name, comparison, value, unit }: Target, lang: Lang): string {
  return `${name[lang]} ${words.comparison[comparison][lang]} ${value}${unit ? ` ${unit}` : ''}`;
}

/** The columns of the file of a board: what its cards show. */
function columnsOf(side: Side, origin: string): readonly Column[] {
  return [
    { title: listingWords.reference, cell: ({ reference }) => reference ?? null },
    { title: listingWords.kindTitle, cell: ({ kind }, lang) => listingWords.kind[kind][lang] },
    { title: listingWords.title, cell: ({ title }) => title },
    { title: labels.summary, cell: ({ summary }) => summary || null },
    { title: listingWords.organisation, cell: (card, lang) => card.organisation?.name[lang] ?? words.anonymous[lang] },
    { title: words.facet.zone, cell: ({ zone }, lang) => zone?.name[lang] ?? null },
    { title: words.facet.province, cell: ({ province }, lang) => province?.name[lang] ?? null },
    {
      title: labels.industries,
      cell: ({ industries }, lang) => industries.map(({ name }) => name[lang]).join(words.between[lang]) || null,
    },
    {
      title: words.targets[side],
      cell: ({ targets }, lang) => targets.map((target) => targetIn(target, lang)).join(words.between[lang]) || null,
    },
    ...ownColumns[side],
    { title: labels.budgetLow[side], cell: ({ budget }) => budget?.budgetLow ?? null },
    { title: words.amountTo, cell: ({ budget }) => budget?.budgetHigh ?? null },
    {
      title: labels.cooperation,
      cell: ({ cooperation }, lang) =>
        cooperation.map((form) => listingWords.cooperation[form][lang]).join(words.between[lang]) || null,
    },
    { title: words.facet.interest, cell: (card, lang) => words.interest[interestOf(card)][lang] },
    { title: words.published, cell: ({ publishedAt }) => day(publishedAt) },
    { title: words.expires, cell: ({ expiresAt }) => day(expiresAt) },
    { title: words.sample, cell: ({ sample }, lang) => (sample ? words.yes[lang] : null) },
    { title: words.address, cell: (card, lang) => `${origin}/${lang}${listingPath(card)}` },
  ];
}

const ownColumns: Readonly<Record<Side, readonly Column[]>> = {
  need: [{ title: words.neededBy, cell: ({ deadline }) => deadline ?? null }],
  offer: [{ title: labels.stage, cell: ({ stage }, lang) => (stage ? listingWords.stage[stage][lang] : null) }],
};

/** What a board shows, as a file tells it. */
export function boardSheet(
  cards: readonly ShownCard[],
  { side, lang, origin }: { side: Side; lang: Lang; origin: string },
): Sheet {
  const columns = columnsOf(side, origin);
  return {
    name: words.board[side][lang],
    header: columns.map(({ title }) => title[lang]),
    rows: cards.map((card) => columns.map(({ cell }) => cell(card, lang))),
  };
}
