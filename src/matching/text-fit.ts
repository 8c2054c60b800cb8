import type { Field } from './document.ts';
import { isSpecific } from './generic.ts';
import type { Measured } from './measured.ts';
import { rarity, type Statistics } from './statistics.ts';
import type { Met } from './suggestion.ts';
import { isCharacter } from './terms.ts';
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

/** Words say most; characters and fields of technology order what the words leave open. Together 1. */
export const weights = { words: 0.49, characters: 0.365, themes: 0.145 };
/** Cosines of short texts are small, and two texts about nothing in common still share some characters. */
const [steepness, bend] = [5, 1.3];

/** How well the text of a need meets that of an offer or an institute: the cosines of their words, characters and themes. */
export function textFit(need: Measured, other: Measured, statistics: Statistics): TextFit {
  const words = metWords(need, other, statistics);
  const themes = sharedThemes(need.themes, other.themes).map(({ theme, share }) => ({
    theme,
    points: share * weights.themes,
  }));
  const raw = sumOf(words) + sumOf(themes);
  const value = 1 - Math.exp(-steepness * raw ** bend);
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

function metWords(need: Measured, other: Measured, statistics: Statistics): Met[] {
  const words = shareOfLengths(weights.words, need.lengths.words * other.lengths.words);
  const characters = shareOfLengths(weights.characters, need.lengths.characters * other.lengths.characters);
  const met = new Map<string, Met>();
  for (const [key, asked] of need.terms) {
    const found = other.terms.get(key);
    if (found === undefined) continue;
    const share = isCharacter(key) ? characters : words;
    const points = asked.weight * found.weight * rarity(key, statistics) ** 2 * share;
    if (points === 0) continue;
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

/** Nothing is shared where one side has none. */
function shareOfLengths(weight: number, lengths: number): number {
  return lengths === 0 ? 0 : weight / lengths;
}

/** Where only some characters of a word met, only those are shown: 工程塑料 and 软件工程 share 工程 and no plastics. */
function shownFor(key: string, word: string, opposite: Measured): string {
  return word.includes(key) && !opposite.terms.has(word) ? key : word;
}

/** What the heading of the need names and the other side does not say in any form, rarest first. */
function absentWords(need: Measured, other: Measured, statistics: Statistics): string[] {
  const named = [...need.terms].filter(([, { word, field }]) => inHeading.has(field) && isSpecific(word));
  const words = Map.groupBy(named, ([, { word }]) => word);
  return [...words]
    .filter(([word, terms]) => word.length > 1 && !terms.some(([key]) => !isCharacter(key) && other.terms.has(key)))
    .map(([word]) => ({ word, worth: rarity(word, statistics) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, two) => two.worth - one.worth || (one.word < two.word ? -1 : 1))
    .map(({ word }) => word);
}

const inHeading: ReadonlySet<Field> = new Set<Field>(['title', 'keywords']);
