import type { Prepared } from './prepare.ts';

/** What a collection knows of its words. Small enough to keep as one JSON value: words that only one document has are left out. */
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

/** As if so many further documents without the word were there: a collection of ten does not make every word common. */
const imagined = 200;

export function rarity(term: string, { documents, holding }: Statistics): number {
  const withIt = holding.get(term) ?? 1;
  return Math.log(1 + (documents + imagined - withIt + 0.5) / (withIt + 0.5));
}
