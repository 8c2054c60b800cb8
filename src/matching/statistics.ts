import { isCommonCharacter } from './generic.ts';
import type { Prepared } from './prepare.ts';

/** What a collection knows of its words: in how many of its documents each stands. Words of one document only are left out. */
export interface Statistics {
  readonly documents: number;
  readonly holding: ReadonlyMap<string, number>;
}

/** Of everything that can be matched: needs, offers and institutes together. */
export function statisticsOf(documents: Iterable<Prepared>): Statistics {
  const holding = new Map<string, number>();
  let count = 0;
  for (const document of documents) {
    count += 1;
    for (const key of countedIn(document)) holding.set(key, (holding.get(key) ?? 0) + 1);
  }
  for (const [key, documentsWithIt] of holding) if (documentsWithIt === 1) holding.delete(key);
  return { documents: count, holding };
}

/** Everything a collection counts of a document: its words and characters, and its fields of technology. */
export function countedIn({ terms, themes }: Prepared): string[] {
  return [...terms.keys(), ...[...themes.keys()].map(themeKey)];
}

/** No word begins with a space. */
export function themeKey(theme: number): string {
  return ` theme ${theme}`;
}

/**
 * As if there were so many more documents without the word: in a collection of ten not every word is a common one, and
 * every character may be a rare one.
 */
const imagined = 200;
const imaginedWithCommon = 20;
/** A word that every fifth document has tells nothing apart. */
const commonShare = 0.2;

/** How much it says that a document has the word; a word new to the collection counts as one that two documents have. */
export function rarity(term: string, statistics: Statistics): number {
  const share = shareOf(term, statistics);
  return share > commonShare ? 0 : -Math.log(share);
}

/** Fields are few and each is wide: the rare one says more, by less than a rare word, and none says nothing. */
export function rarityOfTheme(theme: number, statistics: Statistics): number {
  return Math.sqrt(-Math.log(shareOf(themeKey(theme), statistics)));
}

function shareOf(key: string, { documents, holding }: Statistics): number {
  return ((holding.get(key) ?? 2) + (isCommonCharacter(key) ? imaginedWithCommon : 0)) / (documents + imagined);
}
