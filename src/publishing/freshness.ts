/** How an edition stands to the text it was first written in. */
export type Freshness = 'original' | 'current' | 'stale';

/** How an edition was made; shown beside it and carried into metadata and feeds. */
export const madeHows = ['human', 'machine', 'machine_reviewed'] as const;
export type MadeHow = (typeof madeHows)[number];

export interface EditionState {
  readonly original: boolean;
  readonly translatesRevision: number | null;
}

/** A translation is stale as soon as the original has a later revision than the one it was made from. */
export function freshnessOf(edition: EditionState, originalRevision: number): Freshness {
  if (edition.original) return 'original';
  return (edition.translatesRevision ?? 0) >= originalRevision ? 'current' : 'stale';
}
