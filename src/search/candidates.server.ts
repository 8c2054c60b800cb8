import type { Filters } from './filter.ts';
import type { Group } from './groups.server.ts';
import { quoted } from './lexemes.server.ts';
import type { Statistics } from './statistics.server.ts';

/** Which rows to look at, in the language of tsquery. */
export interface Candidates {
  readonly tsquery: string;
  /** True when only the newest months are looked at, because the words are too common to look at all of them. */
  readonly newestOnly: boolean;
}

/** About so many rows are ranked for one search: what keeps a common word as quick as a rare one. */
export const poolSize = 1_000;

function write(lexeme: string): string {
  return lexeme.endsWith(':*') ? `${quoted(lexeme.slice(0, -2))}:*` : quoted(lexeme);
}

function all(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' & ')})`;
}

function any(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' | ')})`;
}

export function groupQuery(group: Group): string {
  return any(group.ways.map((way) => all(way.map(write))));
}

/** Any lexeme of any way: what rank is measured on. */
export function looseQuery(group: Group): { tsquery: string; lexemes: number } {
  const lexemes = [...new Set(group.ways.flat())];
  return { tsquery: any(lexemes.map(write)), lexemes: lexemes.length };
}

/** About how many rows hold the group in one of its ways. */
export function expected(group: Group, statistics: Statistics): number {
  const ways = group.ways.map((way) =>
    Math.min(...way.map((lexeme) => statistics.holding(lexeme.replace(/:\*$/, '')))),
  );
  return ways.reduce((sum, count) => sum + count, 0);
}

/** How much it says when a row holds the group: the rarer, the more. */
export function rarity(group: Group, statistics: Statistics): number {
  const entries = Math.max(statistics.entries, 1);
  return Math.log(1 + entries / Math.min(expected(group, statistics), entries));
}

export function filterLexemes(filters: Filters): string[] {
  return Object.entries(filters).map(([facet, value]) => `@${facet}:${value}`);
}

export interface Asked {
  /** Each is a tsquery; all must hold. */
  readonly must: readonly string[];
  /** About how many rows that is. */
  readonly rows: number;
  /** Instead of `must`, one of these is enough: a whole name, its pinyin. */
  readonly instead: readonly string[];
  readonly filters: Filters;
  readonly without: readonly (readonly string[])[];
}

/** All rows when they are few enough; else those of the newest months that together hold about a pool of them. */
export function candidatesFor(asked: Asked, statistics: Statistics): Candidates {
  const months = asked.rows > poolSize ? newestMonths(asked.rows, statistics) : undefined;
  const wanted = asked.must.length > 0 ? [any([all(asked.must), ...asked.instead.map(write)])] : [];
  const terms = [
    ...wanted,
    ...filterLexemes(asked.filters).map(write),
    ...(months === undefined ? [] : [any(months.map(write))]),
    ...asked.without.map((lexemes) => `!${all(lexemes.map(write))}`),
  ];
  return { tsquery: terms.join(' & '), newestOnly: months !== undefined };
}

/** Newest first, as many months as hold about a pool of `rows` spread evenly; undefined when that is all of them. */
function newestMonths(rows: number, statistics: Statistics): string[] | undefined {
  const chosen: string[] = [];
  let share = 0;
  for (const month of statistics.months) {
    if (share * rows >= poolSize) return ['@m0', ...wholeYears(chosen)];
    chosen.push(month.lexeme);
    share += month.share;
  }
  return undefined;
}

/** Twelve months are one year: fewer lists to go through. */
function wholeYears(months: readonly string[]): string[] {
  const byYear = Map.groupBy(months, (lexeme) => lexeme.slice(2, 6));
  return [...byYear].flatMap(([year, of]) => (of.length === 12 ? [`@year:${year}`] : of));
}
