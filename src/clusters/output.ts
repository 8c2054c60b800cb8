/** What is known of one member for one year. */
export interface MemberFigure {
  readonly isLead: boolean;
  /** Yuan; undefined where nobody knows. */
  readonly value: number | undefined;
}

export interface ClusterOutput {
  readonly computed: number | undefined;
  readonly counted: number;
  readonly members: number;
}

/** A sum of fewer figures would say what a single firm makes. */
export const fewestCounted = 3;
/** Of so large a part of the members a figure must be known. */
export const partCounted = 2 / 3;

/**
 * What a cluster made, from its members' figures: only where they are enough, which is at least three, two thirds of all
 * members and every lead enterprise. What is known of fewer is no sum of the cluster.
 */
export function outputOf(figures: readonly MemberFigure[]): ClusterOutput {
  const known = figures.flatMap(({ value }) => value ?? []);
  const hasLeads = figures.every(({ isLead, value }) => !isLead || value !== undefined);
  const isEnough = known.length >= fewestCounted && known.length >= figures.length * partCounted && hasLeads;
  const fen = known.reduce((sum, value) => sum + Math.round(value * 100), 0);
  return { computed: isEnough ? fen / 100 : undefined, counted: known.length, members: figures.length };
}

export type OutputKind = 'computed' | 'stated';

export interface YearOutput {
  readonly year: number;
  readonly target: number | null;
  readonly computed: number | null;
  readonly stated: number | null;
}

/** The number that is shown for a year, and which of the two it is: computed before stated. */
export function shownOutput({ computed, stated }: YearOutput): { value: number; kind: OutputKind } | undefined {
  if (computed !== null) return { value: computed, kind: 'computed' };
  return stated === null ? undefined : { value: stated, kind: 'stated' };
}
