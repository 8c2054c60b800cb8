import { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { tiers, type Tier } from './cluster.ts';
import type { OutputKind } from './output.ts';

const two = z.object({ zh: z.string(), en: z.string() });

/** What the public may have of a cluster: its sums and which of the two they are, never the figure of one member. */
const publicClusterFields = z.object({
  id: z.number(),
  tier: z.enum(tiers),
  name: two,
  summary: two,
  industries: z.array(z.string()).describe('Codes of GB/T 4754'),
  members: z.number().describe('How many members it has'),
  leads: z.array(z.object({ id: z.number(), name: two })).describe('Lead enterprises that are public'),
  years: z.array(
    z.object({
      year: z.number(),
      target: z.number().nullable().describe('Yuan'),
      value: z.number().nullable().describe('Yuan'),
      kind: z
        .enum(['computed', 'stated'])
        .nullable()
        .describe('Summed from members’ figures, or stated with its source'),
      counted: z.number(),
      source: two,
      sourceUrl: z.string(),
    }),
  ),
  sample: z.boolean(),
});

export interface PublicYear {
  readonly year: number;
  readonly target: number | null;
  readonly value: number | null;
  readonly kind: OutputKind | null;
  /** Of how many members a figure is known. */
  readonly counted: number;
  readonly source: TwoText;
  readonly sourceUrl: string;
}

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
