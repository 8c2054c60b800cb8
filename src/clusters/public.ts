import type { TwoText } from '#language/lang.ts';
import type { Tier } from './cluster.ts';
import type { OutputKind } from './output.ts';

export interface PublicYear {
  readonly year: number;
  /** Yuan. */
  readonly target: number | null;
  /** Yuan: summed from members' figures or stated with its source, as `kind` says. */
  readonly value: number | null;
  readonly kind: OutputKind | null;
  /** Of how many members a figure is known. */
  readonly counted: number;
  readonly source: TwoText;
  readonly sourceUrl: string;
}

/** What the public may have of a cluster: its sums and which of the two they are, never the figure of one member. */
export interface PublicCluster {
  readonly id: number;
  readonly tier: Tier;
  readonly name: TwoText;
  readonly summary: TwoText;
  readonly industries: readonly string[];
  readonly members: number;
  readonly leads: readonly { readonly id: number; readonly name: TwoText }[];
  readonly years: readonly PublicYear[];
  readonly sample: boolean;
}
