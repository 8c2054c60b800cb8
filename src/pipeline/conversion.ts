import { z } from 'zod';
import type { Stage } from '#projects/project.ts';

/** What becomes of a signature: each step is a share of the one before. */
export const conversionSteps = ['signed', 'started', 'completed', 'in-production'] as const satisfies readonly Stage[];
export type ConversionStep = (typeof conversionSteps)[number];

/** What figures can be parted by. */
export const dimensions = ['year', 'zone', 'block', 'industry'] as const;
export type Dimension = (typeof dimensions)[number];

/** What figures need to know of one record; days are `2026-02-14`. */
export interface ProjectFact {
  readonly zone: string;
  readonly block: string | undefined;
  /** The division of its first industry. */
  readonly industry: string | undefined;
  /** Of the records of one project one counts; of extensions and parts only the money does. */
  readonly counts: boolean;
  /** The furthest step it has come to. */
  readonly reached: ConversionStep;
  /** The day of each step, where it is known; the first is that on which the project counts. */
  readonly on: Readonly<Partial<Record<ConversionStep, string>>> & { readonly signed: string };
  readonly agreed: number;
  readonly arrived: number;
  readonly sample: boolean;
}

export interface StepFigure {
  readonly step: ConversionStep;
  readonly count: number;
  /** Of one at the step before; undefined for the first and where there were none. */
  readonly share: number | undefined;
  /** Median days from the step before, over those whose days are both known. */
  readonly days: number | undefined;
}

export interface Figures {
  /** How many of those that count came with the program. */
  readonly samples: number;
  readonly steps: readonly StepFigure[];
  /** Yuan. */
  readonly agreed: number;
  readonly arrived: number;
  /** Arrived of agreed; undefined where nothing was agreed. */
  readonly arrivedShare: number | undefined;
}

export interface Part {
  /** `none` is what has no such thing. */
  readonly key: string;
  readonly figures: Figures;
}

/** One cohort: what was signed, and how far those very projects have come. */
export function figuresOf(facts: readonly ProjectFact[]): Figures {
  const counted = facts.filter(({ counts }) => counts);
  const [agreed, arrived] = [sumOf(facts.map((one) => one.agreed)), sumOf(facts.map((one) => one.arrived))];
  return {
    steps: conversionSteps.map((step, place) => stepOf(counted, step, conversionSteps[place - 1])),
    samples: counted.filter(({ sample }) => sample).length,
    ...{ agreed, arrived, arrivedShare: agreed > 0 ? arrived / agreed : undefined },
  };
}

function stepOf(facts: readonly ProjectFact[], step: ConversionStep, before: ConversionStep | undefined): StepFigure {
  const here = facts.filter((fact) => hasReached(fact, step));
  const from = before === undefined ? 0 : facts.filter((fact) => hasReached(fact, before)).length;
  const spans = here.flatMap(({ on }) => daysFrom(before && on[before], on[step]));
  return { step, count: here.length, share: from > 0 ? here.length / from : undefined, days: medianOf(spans) };
}

function hasReached({ reached }: ProjectFact, step: ConversionStep): boolean {
  return conversionSteps.indexOf(reached) >= conversionSteps.indexOf(step);
}

const dayInMs = 86_400_000;

function daysFrom(from: string | undefined, to: string | undefined): number[] {
  return from === undefined || to === undefined ? [] : [Math.round((Date.parse(to) - Date.parse(from)) / dayInMs)];
}

export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** In whole fen, so that parts add up to the whole. */
function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

const keyOf: Readonly<Record<Dimension, (fact: ProjectFact) => string | undefined>> = {
  year: ({ on }) => on.signed.slice(0, 4),
  zone: ({ zone }) => zone,
  block: ({ block }) => block,
  industry: ({ industry }) => industry,
};

/** The same figures for each part: every record is in one of them and in no other. */
export function figuresBy(facts: readonly ProjectFact[], dimension: Dimension): Part[] {
  const parts = Map.groupBy(facts, (fact) => keyOf[dimension](fact) ?? 'none');
  const all = [...parts].map(([key, own]) => ({ key, figures: figuresOf(own) }));
  if (dimension === 'year') return all.sort((a, b) => (a.key < b.key ? 1 : -1));
  return all.sort((a, b) => b.figures.agreed - a.figures.agreed || (a.key < b.key ? -1 : 1));
}

const text = (shape: RegExp) => z.string().regex(shape).optional().catch(undefined);

/** What the page of figures is asked for; what it does not know is left out. */
export const conversionQuery = z.object({
  by: z.enum(dimensions).catch('year'),
  year: text(/^(19|20)\d\d$/),
  zone: text(/^\d{8}$/),
  block: text(/^(none|\d{1,15})$/),
  industry: text(/^(none|\d{2})$/),
});
export type ConversionQuery = z.output<typeof conversionQuery>;

/** The filters of the list that find exactly what a figure counts. */
export function filtersOf({ by, ...query }: ConversionQuery, key?: string): Record<string, string> {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(asked), ...(key !== undefined && { [by]: key }) };
}

/** The address, beneath the list, of the projects behind a count; without a step, of all whose money is added up. */
export function behind(query: ConversionQuery, { key, step }: { key?: string; step?: ConversionStep }): string {
  const counted =
    step === undefined ? { count: 'family' } : { count: 'once', ...(step !== 'signed' && { reached: step }) };
  return `?${new URLSearchParams({ ...filtersOf(query, key), ...counted })}`;
}
