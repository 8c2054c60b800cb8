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
  for (const { terms } of documents) {
    count += 1;
    for (const term of terms.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  for (const [term, documentsWithIt] of holding) if (documentsWithIt === 1) holding.delete(term);
  return { documents: count, holding };
}

/** As if there were so many more documents without the word: in a collection of ten not every word is a common one. */
const imagined = 200;
/** A word that every fifth document has tells nothing apart. */
const commonShare = 0.2;

/** How much it says that a document has the word; a word new to the collection counts as one that two documents have. */
export function rarity(term: string, { documents, holding }: Statistics): number {
  const share = (holding.get(term) ?? 2) / (documents + imagined);
  return share > commonShare ? 0 : -Math.log(share);
}
