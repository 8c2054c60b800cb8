import { normalise } from '#text/normalise.ts';
import { fields, type Field, type MatchDocument } from './document.ts';
import { specificity } from './generic.ts';
import { themesOf, type Themes } from './themes.ts';
import { termsOf, type Cut } from './terms.ts';

/** How often a word of a field counts. */
const fieldWeights: Readonly<Record<Field, number>> = {
  title: 1,
  keywords: 1,
  summary: 0.8,
  targets: 0.6,
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
  readonly themes: Themes;
}

/** Cuts and weighs the text of a document; everything that is slow about matching happens here, once for each save. */
export function prepare(document: MatchDocument, cut: Cut): Prepared {
  const texts = fields.flatMap((field) => textsIn(document, field).map((text) => ({ field, text })));
  const heading = texts.filter(({ field }) => field === 'title' || field === 'keywords');
  const rest = texts.filter(({ field }) => field !== 'title' && field !== 'keywords');
  return { document, terms: weighed(texts, cut), themes: themesOf(joined(heading), joined(rest)) };
}

interface FieldText {
  readonly field: Field;
  readonly text: string;
}

function textsIn({ texts }: MatchDocument, field: Field): string[] {
  return texts.flatMap((edition) => edition[field] ?? []).map(normalise);
}

function joined(texts: readonly FieldText[]): string {
  return texts.map(({ text }) => text).join('\n');
}

function weighed(texts: readonly FieldText[], cut: Cut): Map<string, Weighed> {
  const terms = new Map<string, { weight: number; word: string; field: Field }>();
  for (const { field, text } of texts) {
    for (const { key, word, count } of termsOf(text, cut)) {
      const before = terms.get(key);
      if (before === undefined) terms.set(key, { word, field, weight: count * fieldWeights[field] });
      else before.weight += count * fieldWeights[field];
    }
  }
  for (const [key, term] of terms) term.weight = frequency(term.weight) * specificity(key);
  return terms;
}

/** A word said often counts more than once said, but not by as much as it is said. */
function frequency(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}
