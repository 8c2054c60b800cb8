import { z } from 'zod';
import { holds, reportsFor, type Actor } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import { adjustmentSaid } from '#plans/adjustment.ts';
import type { Problem } from '#platform/outcome.ts';
import { isClean } from '#profiles/field.ts';
import { isPeriodEnd, periods } from './period.ts';

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** Cumulative counts from the start of its year; point is what stands at the end of the period. */
export const accumulations = ['cumulative', 'point'] as const;
export type Accumulation = (typeof accumulations)[number];

export const indicatorLights = ['none', 'green', 'yellow', 'red'] as const;
export type IndicatorLight = (typeof indicatorLights)[number];

export const observationStates = ['provisional', 'final'] as const;
export type ObservationState = (typeof observationStates)[number];

export const observationOrigins = ['entered', 'computed', 'imported'] as const;
export type ObservationOrigin = (typeof observationOrigins)[number];

const tidy = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const text = (most: number) => tidy.pipe(z.string().max(most).refine(isClean));
const id = z.number().int().positive();
export const day = z.string().refine(isDay);
/** What the database keeps of a value: sixteen digits, four of them decimals. */
export const value = z.number().min(-1e15).max(1e15);

/** How formulas name an indicator. */
export const keyShape = /^[a-z][a-z0-9_]{0,39}$/;

export const targetInput = z.strictObject({ end: day, value });
const mostTargets = 120;

/** What is said of an indicator, as a form, a file or a plan’s sentence says it. */
export const indicatorInput = z.strictObject({
  key: z.string().regex(keyShape),
  planId: id.nullable(),
  goalId: id.nullable(),
  clusterId: id.nullable(),
  unitId: id.nullable(),
  position: z.number().int().min(0).max(9999),
  improvement: z.union([z.literal(''), z.string().regex(keyShape)]),
  nameZh: text(120).pipe(z.string().min(1)),
  nameEn: text(240),
  definitionZh: text(2000),
  definitionEn: text(4000),
  measureZh: text(40),
  measureEn: text(80),
  decimals: z.number().int().min(0).max(4),
  direction: z.enum(directions),
  period: z.enum(periods),
  accumulation: z.enum(accumulations),
  formula: text(1000),
  baseline: value.nullable(),
  baselineOn: day.nullable(),
  dueDays: z.number().int().min(0).max(180),
  isPublic: z.boolean(),
});
export type Indicator = z.output<typeof indicatorInput>;

/** Of a new one only its name and how it is counted must be said; a key is made of its name. */
export const newIndicator = indicatorInput.partial().extend({
  zone: z.string().regex(/^\d{8}$/),
  nameZh: indicatorInput.shape.nameZh,
  period: indicatorInput.shape.period,
  accumulation: indicatorInput.shape.accumulation,
  targets: z.array(targetInput).max(mostTargets).optional(),
  sample: z.boolean().optional(),
  adjustment: adjustmentSaid,
});
export type NewIndicator = z.input<typeof newIndicator>;

/** What is not mentioned stays; with a `revision`, only if nobody changed it since. */
export const indicatorChange = indicatorInput.partial().extend({
  id,
  revision: id.optional(),
  targets: z.array(targetInput).max(mostTargets).optional(),
  adjustment: adjustmentSaid,
});
export type IndicatorChange = z.input<typeof indicatorChange>;

export const nothingSaid: Omit<Indicator, 'key' | 'nameZh' | 'period' | 'accumulation'> = {
  ...{ planId: null, goalId: null, clusterId: null, unitId: null, position: 0, improvement: '', nameEn: '' },
  ...{ definitionZh: '', definitionEn: '', measureZh: '', measureEn: '', decimals: 0, direction: 'up', formula: '' },
  ...{ baseline: null, baselineOn: null, dueDays: 15, isPublic: false },
};

/** What a plan promises of its indicators: where one belongs, what it is called and counted in, and its targets. */
const promised = ['planId', 'goalId', 'clusterId', 'nameZh', 'nameEn', 'measureZh', 'measureEn', 'targets'];

/** Whether a plan says something else once these fields are others. */
export function changesPlan(changed: readonly string[]): boolean {
  return changed.some((field) => promised.includes(field));
}

/** Who says what is measured and what it is to reach. */
export function canDefine(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader'], zone);
}

/** Who enters its values: the same, and the officers of the unit it belongs to. */
export function canObserve(actor: Actor, { zoneCode, unitId }: { zoneCode: string; unitId: number | null }): boolean {
  return canDefine(actor, zoneCode) || (unitId !== null && reportsFor(actor, zoneCode, [unitId]));
}

/** Who reads what a zone measures: all its people. */
export function canSeeIndicators(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader', 'officer', 'broker', 'editor'], zone);
}

/** What must be right together, when each by itself is. */
export function problemsTogether(indicator: Indicator, targets: readonly { end: string; value: number }[]): Problem[] {
  const { planId, goalId, period, baseline, baselineOn } = indicator;
  const ends = targets.map(({ end }) => end);
  return [
    ...(goalId !== null && planId === null ? [{ field: 'goalId', says: words.goalNeedsPlan }] : []),
    ...((baseline === null) !== (baselineOn === null) ? [{ field: 'baselineOn', says: words.baselineBoth }] : []),
    ...(baselineOn !== null && !isPeriodEnd(period, baselineOn)
      ? [{ field: 'baselineOn', says: words.notPeriodEnd(period) }]
      : []),
    ...(ends.some((end) => !isPeriodEnd(period, end)) ? [{ field: 'targets', says: words.notPeriodEnd(period) }] : []),
    ...(new Set(ends).size < ends.length ? [{ field: 'targets', says: words.targetTwice }] : []),
  ];
}
