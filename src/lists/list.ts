import type { Lang, TwoText } from '#language/lang.ts';

/** What a cell shows. A tone is never alone: the text says the same. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly tone?: 'blue' | 'amber' | 'red' | 'green';
}

export interface Column {
  readonly key: string;
  readonly title: TwoText;
  /** Not among the columns that are shown until somebody chooses. */
  readonly extra?: true;
  readonly sortable?: true;
  readonly isNumber?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: TwoText;
}

export interface Filter {
  readonly key: string;
  readonly title: TwoText;
  readonly kind: 'search' | 'choice' | 'date';
  /** What may be chosen; a choice that is not among them does not filter. */
  readonly choices?: readonly Choice[];
}

/** What a list can show and be asked for: the allow-list of its address. */
export interface List {
  /** Names the list in saved views. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly filters: readonly Filter[];
  /** A sortable column, with a minus in front for the largest first. */
  readonly sort: string;
}

/** One record of a list, in the reader's language. */
export interface Row {
  readonly id: string;
  /** Names the record to who cannot see the row. */
  readonly label: string;
  /** What it stands under; a heading is drawn where it is another than that of the row before. */
  readonly group?: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Page {
  readonly rows: readonly Row[];
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string;
  /** How many there are in all; counting ends at `countedTo`. */
  readonly total: number;
}

/** Counting further would cost more than the number tells. */
export const countedTo = 1000;

export function totalInWords(total: number, lang: Lang): string {
  return total > countedTo ? `${countedTo.toLocaleString(lang)}+` : total.toLocaleString(lang);
}
