import type { Prepared } from './prepare.ts';
import { rarity, rarityOfTheme, type Statistics } from './statistics.ts';
import { isCharacter } from './terms.ts';
import { unit } from './themes.ts';

/** A document as one collection sees it, where some words are rare and others are not. */
export interface Measured extends Prepared {
  /** How long the vectors of its words and of its characters are. */
  readonly lengths: { readonly words: number; readonly characters: number };
}

/** A word that no other document has cannot be met by anybody, and is not held against either side; characters are. */
export function measured(prepared: Prepared, statistics: Statistics): Measured {
  let [words, characters] = [0, 0];
  for (const [key, { weight }] of prepared.terms) {
    const square = (weight * rarity(key, statistics)) ** 2;
    if (isCharacter(key)) characters += square;
    else if (statistics.holding.has(key)) words += square;
  }
  const lengths = { words: Math.sqrt(words), characters: Math.sqrt(characters) };
  const themes = [...prepared.themes].map(([theme, weight]): [number, number] => [
    theme,
    weight * rarityOfTheme(theme, statistics),
  ]);
  return { ...prepared, lengths, themes: unit(new Map(themes)) };
}
