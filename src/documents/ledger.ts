import type { Lang } from '#language/lang.ts';
import { documentWords as words } from '#language/words/documents.ts';
import type { Official, OfficialColumn } from './document.ts';

export interface Ledger {
  /** What it is a list of. */
  readonly name: string;
  readonly lang: Lang;
  /** The day it was drawn up. */
  readonly date: string;
  /** What the list was narrowed to, in words; nothing where it is whole. */
  readonly filters: readonly string[];
  readonly columns: readonly OfficialColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** 台账: a list as a document on sheets laid across, which says what it shows and as of which day. */
export function ledgerOf({ name, lang, date, filters, columns, rows }: Ledger): Official {
  const of = filters.length > 0 ? words.filtered(filters.join(words.betweenFilters[lang])) : words.unfiltered;
  const counted = rows.map((row, at) => [String(at + 1), ...row]);
  const table = { columns: [{ title: words.counting[lang], share: 0.5, isNumber: true }, ...columns], rows: counted };
  return {
    title: words.ledger(name)[lang],
    lang,
    isWide: true,
    body: [of[lang], words.asOf(words.day(date)[lang], rows.length)[lang], { table }],
  };
}
