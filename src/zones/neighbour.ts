import type { Distance } from './near.ts';
import type { NamedCode, ZoneSummary } from './zone.ts';

/** A zone seen from another one. */
export interface Neighbour {
  readonly zone: ZoneSummary;
  /** Unknown where one of the two has no location. */
  readonly distance: Distance | undefined;
  /** Industries both have. */
  readonly shared: readonly NamedCode[];
}
