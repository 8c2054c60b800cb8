/** A text in short: its weightiest words, as `keywordsOf` gives them. Small enough to store beside the record. */
export type Signature = readonly { readonly word: string; readonly weight: number }[];

/**
 * How alike two texts are in content: the cosine of their keyword weights, 0 to 1. Candidates are cheap to find in the
 * database (arrays of keywords that overlap, by a GIN index); only those are compared.
 */
export function similarity(one: Signature, other: Signature): number {
  const weights = new Map(one.map(({ word, weight }) => [word, weight]));
  const shared = other.reduce((sum, { word, weight }) => sum + weight * (weights.get(word) ?? 0), 0);
  const size = lengthOf(one) * lengthOf(other);
  return size === 0 ? 0 : Math.min(1, shared / size);
}

function lengthOf(signature: Signature): number {
  return Math.hypot(...signature.map(({ weight }) => weight));
}
