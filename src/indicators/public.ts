import { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { accumulations, directions, indicatorLights, observationOrigins, observationStates } from './indicator.ts';
import { periods, type Period } from './period.ts';
import type { Accumulation, Direction, IndicatorLight, ObservationOrigin, ObservationState } from './indicator.ts';
import type { Forecast } from './forecast.ts';
import type { Valued } from './standing.ts';

const two = z.object({ zh: z.string(), en: z.string() });

/** What the public may have of an indicator; who owes it, who entered it and why it was revised stays inside. */
export const publicIndicatorFields = z.object({
  id: z.number(),
  key: z.string(),
  improvement: z.object({ key: z.string(), name: two }).nullable(),
  name: two,
  definition: two,
  measure: two,
  decimals: z.number(),
  direction: z.enum(directions),
  period: z.enum(periods),
  accumulation: z.enum(accumulations),
  light: z.enum(indicatorLights),
  baseline: z.object({ end: z.string(), value: z.number() }).nullable(),
  targets: z.array(z.object({ end: z.string(), value: z.number() })),
  forecast: z.object({ end: z.string(), middle: z.number(), low: z.number(), high: z.number() }).nullable(),
  observations: z.array(
    z.object({
      end: z.string(),
      value: z.number(),
      state: z.enum(observationStates),
      origin: z.enum(observationOrigins),
      source: two,
      sourceUrl: z.string(),
      document: z.uuid().nullable(),
      article: z.number().nullable(),
    }),
  ),
  sample: z.boolean(),
});

export interface PublicObservation extends Valued {
  readonly state: ObservationState;
  readonly origin: ObservationOrigin;
  readonly source: TwoText;
  readonly sourceUrl: string;
  readonly document: string | null;
  readonly article: number | null;
}

export interface PublicIndicator {
  readonly id: number;
  readonly key: string;
  readonly improvement: { readonly key: string; readonly name: TwoText } | null;
  readonly name: TwoText;
  readonly definition: TwoText;
  readonly measure: TwoText;
  readonly decimals: number;
  readonly direction: Direction;
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly light: IndicatorLight;
  readonly baseline: Valued | null;
  readonly targets: readonly Valued[];
  readonly forecast: (Forecast & { readonly end: string }) | null;
  /** The oldest first. */
  readonly observations: readonly PublicObservation[];
  readonly sample: boolean;
}
