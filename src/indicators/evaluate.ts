import type { Formula, Operator } from './formula.ts';
import type { RecordCall } from './records.ts';

/** What a formula finds at the end of one period. */
export interface Surroundings {
  /** The value of another indicator; undefined where there is none yet. */
  readonly now: (key: string) => number | undefined;
  readonly yearBefore: (key: string) => number | undefined;
  readonly records: (call: RecordCall) => number;
}

/** The value of a formula, to four decimals; undefined where something it needs is not known, or nothing can be divided by. */
export function evaluate(formula: Formula, around: Surroundings): number | undefined {
  const value = valueOf(formula, around);
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) > 1e15) return undefined;
  return Math.round(value * 10_000) / 10_000;
}

function valueOf(formula: Formula, around: Surroundings): number | undefined {
  if (formula.is === 'number') return formula.value;
  if (formula.is === 'key') return around.now(formula.key);
  if (formula.is === 'records') return around.records(formula.call);
  if (formula.is === 'growth') return growthOf(around.now(formula.key), around.yearBefore(formula.key));
  return formula.is === 'sum' ? sumOf(formula.of, around) : combined(formula, around);
}

/** In hundredths of what it was a year before 同比. */
function growthOf(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined || before === 0 ? undefined : (now / before - 1) * 100;
}

/** What is not known yet is not nothing: a sum with a part missing is not known either. */
function sumOf(parts: readonly Formula[], around: Surroundings): number | undefined {
  const values = parts.map((part) => valueOf(part, around));
  return values.some((value) => value === undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

const operations: Readonly<Record<Operator, (left: number, right: number) => number | undefined>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
  by: (left, right) => (right === 0 ? undefined : left / right),
};

function combined(formula: Extract<Formula, { left: Formula }>, around: Surroundings): number | undefined {
  const [left, right] = [valueOf(formula.left, around), valueOf(formula.right, around)];
  return left === undefined || right === undefined ? undefined : operations[formula.is](left, right);
}
