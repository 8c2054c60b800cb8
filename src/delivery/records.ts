import { z } from 'zod';
import { isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { indicatorLights } from '#indicators/indicator.ts';

/** What changed in a week. */
export const changedKinds = [
  'lights',
  'milestones',
  'reports',
  'moves',
  'observations',
  'adjustments',
  'raised',
] as const;

/** What waits for a decision. */
export const waitingKinds = ['recheck', 'solved', 'red', 'blockers', 'instructions', 'gates', 'values'] as const;

export const recordsOf = [...changedKinds, ...waitingKinds, 'indicators'] as const;
export type RecordsOf = (typeof recordsOf)[number];

export const recordKinds = ['task', 'indicator', 'project', 'plan', 'slip', 'blocker', 'instruction'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** One line that leads to its record. */
export interface RecordLine {
  /** Of its kind of line, not of its record: a task may report twice. */
  readonly row: number;
  readonly record: RecordKind;
  readonly id: number;
  readonly name: TwoText;
  readonly day: string;
  /** What it was before and is now: lights, stages, versions. */
  readonly was: string;
  readonly now: string;
  readonly note: TwoText;
}

const paths: Readonly<Record<RecordKind, string>> = {
  task: 'tasks',
  indicator: 'indicators',
  project: 'projects',
  plan: 'plans',
  slip: 'slips',
  blocker: 'blockers',
  instruction: 'instructions',
};

/** Where a record is read, beneath the desk. An instruction that is about none stands in its list. */
export function pathOfRecord({ record, id }: Pick<RecordLine, 'record' | 'id'>): string {
  return record === 'instruction' ? '/instructions' : `/${paths[record]}/${id}`;
}

/** Where a list goes on: behind the line of that day and row. */
export interface RecordCursor {
  readonly day: string;
  readonly row: number;
}

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/)
  .refine((text) => isDay(text.slice(0, 10)))
  .transform((text): RecordCursor => ({ day: text.slice(0, 10), row: Number(text.slice(11)) }));

/** The address of the page behind that line, for what was asked before. */
export function linkBehind(query: URLSearchParams, { day, row }: RecordLine): string {
  return `?${new URLSearchParams({ ...Object.fromEntries(query), after: `${day}.${row}` })}`;
}

/** What a list of records is asked for; what it does not know is left out. */
export const recordsQuery = z.object({
  of: z.enum(recordsOf).catch('lights'),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional()
    .catch(''),
  since: z.string().refine(isDay).optional().catch(undefined),
  improvement: z
    .string()
    .regex(/^(none|[a-z][a-z0-9_]{0,39})$/)
    .optional()
    .catch(undefined),
  light: z.enum(indicatorLights).optional().catch(undefined),
  after: cursor.optional().catch(undefined),
});
