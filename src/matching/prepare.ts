import { fields, type Field, type MatchDocument, type Texts } from './document.ts';
import { termsOf, type Cut } from './terms.ts';

/** How much a word of a field counts. */
export const fieldWeights: Readonly<Record<Field, number>> = {
  title: 3,
  keywords: 2.5,
  summary: 1.5,
  targets: 1,
  body: 0.6,
  background: 0.2,
};

/** One thing a document speaks of, over all its fields. */
export interface Weighed {
  readonly weight: number;
  /** The word as the reader saw it, and the weightiest field it stands in. */
  readonly word: string;
  readonly field: Field;
}

/** A document with its text cut once: what ranking works on. */
export interface Prepared {
  readonly document: MatchDocument;
  readonly terms: ReadonlyMap<string, Weighed>;
}

/** Cuts and weighs the text of a document; everything that is slow about matching happens here, once for each save. */
export function prepare(document: MatchDocument, cut: Cut): Prepared {
  const terms = new Map<string, Weighed>();
  for (const texts of document.texts) {
    for (const field of fields) addField(terms, { field, parts: partsOf(texts, field) }, cut);
  }
  return { document, terms };
}

function partsOf(texts: Texts, field: Field): readonly string[] {
  const given = texts[field] ?? [];
  return typeof given === 'string' ? [given] : given;
}

interface InField {
  readonly field: Field;
  readonly parts: readonly string[];
}

function addField(terms: Map<string, Weighed>, { field, parts }: InField, cut: Cut): void {
  const found = parts.flatMap((part) => termsOf(part, cut));
  for (const [key, same] of Map.groupBy(found, (term) => term.key)) {
    const best = same.reduce((one, other) => (other.weight > one.weight ? other : one));
    // A word said twice counts a little more, said ten times hardly more than that.
    const weight = fieldWeights[field] * best.weight * ((same.length * 2) / (same.length + 1));
    terms.set(key, added(terms.get(key), { word: best.word, weight, field }));
  }
}

/** A word of the title that the text takes up again: the title counts, the text adds to it. */
function added(before: Weighed | undefined, here: Weighed): Weighed {
  if (before === undefined) return here;
  const [more, less] = before.weight >= here.weight ? [before, here] : [here, before];
  return { ...more, weight: more.weight + 0.2 * less.weight };
}
