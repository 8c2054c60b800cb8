import { evaluate } from './evaluate.ts';
import { keysOf, recordsCalled, type Formula } from './formula.ts';
import type { Accumulation, ObservationState } from './indicator.ts';
import { endAt, isPeriodEnd, perYear, placeOf, yearBefore, type Period } from './period.ts';
import { countRecords, type Dated } from './records.ts';

/** An indicator that is computed, as far as computing it needs to know. */
export interface Computed {
  readonly id: number;
  readonly key: string;
  readonly formula: Formula;
  readonly period: Period;
  readonly accumulation: Accumulation;
  /** What is counted from records is computed from the period of this day on. */
  readonly since: string;
}

export interface Observed {
  readonly value: number;
  readonly state: ObservationState;
}

/** Values by the last day of their period, of each indicator by its key. */
export type Values = Map<string, Map<string, Observed>>;

export interface Inputs {
  readonly values: Values;
  readonly records: readonly Dated[];
  readonly today: string;
}

/** The value of every period for which there is one. */
export function computed(one: Computed, inputs: Inputs): Map<string, Observed> {
  const found = new Map<string, Observed>();
  for (const end of endsOf(one, inputs)) {
    const value = valueAt(one, inputs, end);
    if (value !== undefined) found.set(end, { value, state: stateAt(one, inputs, end) });
  }
  return found;
}

/** The periods in which anything it hangs on has a value. */
function endsOf({ formula, period, since }: Computed, { values, today }: Inputs): string[] {
  const said = keysOf(formula).flatMap((key) => [...(values.get(key)?.keys() ?? [])]);
  const ends = new Set(said.filter((end) => isPeriodEnd(period, end)));
  if (recordsCalled(formula).length > 0) for (const end of endsBetween(period, since, today)) ends.add(end);
  return [...ends].sort();
}

const longestSpan = 30;

function endsBetween(period: Period, since: string, today: string): string[] {
  const last = placeOf(period, today);
  const first = Math.max(placeOf(period, since), last - longestSpan * perYear[period]);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => endAt(period, first + at));
}

function valueAt({ formula, period, accumulation }: Computed, { values, records }: Inputs, end: string) {
  const at = (day: string) => (key: string) => values.get(key)?.get(day)?.value;
  return evaluate(formula, {
    now: at(end),
    yearBefore: at(yearBefore(period, end)),
    records: (call) => countRecords(records, call, { end, accumulation }),
  });
}

/** It is final when all it is made of is, and its period is over. */
function stateAt({ formula }: Computed, { values, today }: Inputs, end: string): ObservationState {
  const isOpen = keysOf(formula).some((key) => values.get(key)?.get(end)?.state === 'provisional');
  return isOpen || end >= today ? 'provisional' : 'final';
}
