import type { Prepared } from './prepare.ts';
import type { Field } from './document.ts';
import { isSpecific } from './generic.ts';
import { rarity, type Statistics } from './statistics.ts';
import type { Met } from './suggestion.ts';
import { sharedThemes } from './themes.ts';

export interface TextFit {
  /** 0 to 1. */
  readonly value: number;
  /** Words that met; together with the themes their points are the value. */
  readonly met: readonly Met[];
  readonly themes: readonly { readonly theme: number; readonly points: number }[];
  /** Weighty words of the need that the other side never says. */
  readonly absent: readonly string[];
}

/** A field of technology in common is worth about an eighth of all words in common: it orders what the words leave open. */
export const themeWeight = 0.12;
/** Cosines of short texts are small; this makes a third of all words in common about three quarters. */
const steepness = 4;

/** How well the text of a need meets that of an offer or an institute: the cosine of their words and of their themes. */
export function textFit(need: Prepared, other: Prepared, statistics: Statistics): TextFit {
  const words = metWords(need, other, statistics);
  const themes = sharedThemes(need.themes, other.themes).map(({ theme, share }) => ({
    theme,
    points: share * themeWeight,
  }));
  const raw = sumOf(words) + sumOf(themes);
  const value = 1 - Math.exp(-steepness * raw);
  const scale = raw === 0 ? 0 : value / raw;
  return {
    value,
    met: words.map((one) => ({ ...one, points: one.points * scale })),
    themes: themes.map((one) => ({ ...one, points: one.points * scale })),
    absent: absentWords(need, other, statistics),
  };
}

function sumOf(all: readonly { readonly points: number }[]): number {
  return all.reduce((sum, { points }) => sum + points, 0);
}

function metWords(need: Prepared, other: Prepared, statistics: Statistics): Met[] {
  const size = lengthOf(need, statistics) * lengthOf(other, statistics);
  const met = new Map<string, Met>();
  for (const [key, asked] of need.terms) {
    const found = other.terms.get(key);
    const worth = rarity(key, statistics);
    if (found === undefined || worth === 0 || size === 0) continue;
    const points = (asked.weight * found.weight * worth ** 2) / size;
    const sides = {
      asked: shownFor(key, asked.word, other),
      found: shownFor(key, found.word, need),
      askedIn: asked.field,
      foundIn: found.field,
    };
    const pair = `${sides.asked}\n${sides.found}`;
    const before = met.get(pair);
    met.set(pair, before === undefined ? { ...sides, points } : { ...before, points: before.points + points });
  }
  return [...met.values()].sort((one, two) => two.points - one.points || (one.asked < two.asked ? -1 : 1));
}

/** Where only two characters of a word met, only those are shown: 工程塑料 and 软件工程 share 工程 and no plastics. */
function shownFor(key: string, word: string, opposite: Prepared): string {
  return word.includes(key) && !opposite.terms.has(word) ? key : word;
}

/** Words that no other document has cannot be met by anybody, and are not held against either side. */
function lengthOf({ terms }: Prepared, statistics: Statistics): number {
  let sum = 0;
  for (const [key, { weight }] of terms) {
    if (statistics.holding.has(key)) sum += (weight * rarity(key, statistics)) ** 2;
  }
  return Math.sqrt(sum);
}

/** The words of a document as a vector of length 1: the sum of products with another such vector is what `textFit` measures. */
export function vectorOf(prepared: Prepared, statistics: Statistics): [key: string, weight: number][] {
  const length = lengthOf(prepared, statistics);
  return [...prepared.terms].flatMap(([key, { weight }]): [string, number][] => {
    const worth = statistics.holding.has(key) ? rarity(key, statistics) : 0;
    return worth === 0 ? [] : [[key, (weight * worth) / length]];
  });
}

/** What the heading of the need names and the other side does not say in any form, rarest first. */
function absentWords(need: Prepared, other: Prepared, statistics: Statistics): string[] {
  const named = [...need.terms].filter(([, { word, field }]) => inHeading.has(field) && isSpecific(word));
  const words = Map.groupBy(named, ([, { word }]) => word);
  return [...words]
    .filter(([word, terms]) => word.length > 1 && !terms.some(([key]) => other.terms.has(key)))
    .map(([word]) => ({ word, worth: rarity(word, statistics) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, two) => two.worth - one.worth || (one.word < two.word ? -1 : 1))
    .map(({ word }) => word);
}

const inHeading: ReadonlySet<Field> = new Set<Field>(['title', 'keywords']);
