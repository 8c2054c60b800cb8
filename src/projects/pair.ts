import type { ProjectRow } from './read-row.server.ts';

/** Two records that become one. */
export interface Pair {
  readonly going: ProjectRow;
  readonly staying: ProjectRow;
  /** Whether they count together already: parts of one whole add up, two records of the same replace each other. */
  readonly isOneFamily: boolean;
}

/** The record in whose family a project counts. */
export function rootOf({ id, countsWith }: Pick<ProjectRow, 'id' | 'countsWith'>): number {
  return countsWith ?? id;
}
