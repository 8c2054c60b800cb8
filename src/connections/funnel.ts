import { z } from 'zod';
import type { EndReason } from './state.ts';

/** From a need or an offer that was handed in to an agreement that both sides confirmed. */
export const funnelSteps = [
  'collected',
  'accepted',
  'published',
  'suggested',
  'proposed',
  'agreed-to',
  'agreement',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export interface StepCount {
  readonly step: FunnelStep;
  /** Listings that came as far as this step or further. */
  readonly count: number;
  /** Median days from the step before, over those that took both; undefined where none did. */
  readonly days: number | undefined;
}

export interface Loss {
  readonly reason: EndReason;
  readonly count: number;
}

export interface Funnel {
  readonly steps: readonly StepCount[];
  /** Yuan that both sides confirmed. */
  readonly amount: number;
  /** Why connections ended, the most frequent reason first. */
  readonly losses: readonly Loss[];
  /** How many of the collected are sample content. */
  readonly samples: number;
}

/** What a funnel is asked for: which listings it follows, by when they were handed in. */
export const funnelQuery = z.object({
  side: z.enum(['need', 'offer']).catch('need'),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional()
    .catch(undefined),
  industry: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional()
    .catch(undefined),
  organisation: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});
export type FunnelQuery = z.output<typeof funnelQuery>;

/** Fewer than this could be told apart, so the public is not told how many. */
export const fewest = 5;
const publicYuan = 100_000;

/** A count as the public sees it: undefined is "fewer than five". Nought hides nobody. */
export interface PublicFunnel {
  readonly steps: readonly {
    readonly step: FunnelStep;
    readonly count: number | undefined;
    readonly days: number | undefined;
  }[];
  /** To the nearest 100,000 yuan; undefined where one could be told from it. */
  readonly amount: number | undefined;
  readonly losses: readonly { readonly reason: EndReason; readonly count: number | undefined }[];
  readonly samples: boolean;
}

/** What everybody may see of a funnel: the internal one says more. */
export function publicFunnel({ steps, amount, losses, samples }: Funnel): PublicFunnel {
  const agreements = steps.at(-1)?.count ?? 0;
  return {
    steps: steps.map(({ step, count, days }) => ({
      ...{ step, count: rounded(count) },
      days: count < fewest ? undefined : days,
    })),
    amount: agreements < fewest ? undefined : Math.round(amount / publicYuan) * publicYuan,
    losses: losses.map(({ reason, count }) => ({ reason, count: rounded(count) })),
    samples: samples > 0,
  };
}

function rounded(count: number): number | undefined {
  return count > 0 && count < fewest ? undefined : count;
}

/** Of a hundred at the step before, how many took this one; undefined for the first, and where there were none. */
export function shareOf(steps: readonly { readonly count: number | undefined }[], place: number): number | undefined {
  const [before, here] = [steps[place - 1]?.count, steps[place]?.count];
  return before === undefined || here === undefined || before === 0 ? undefined : Math.round((here / before) * 100);
}
