import type { TwoText } from '#language/lang.ts';
import type { IndicatorLight } from '#indicators/indicator.ts';
import type { TaskLight, TaskState } from '#tasks/task.ts';

/** What hangs on a plan, as its page shows it. */
export interface PlanParts {
  readonly clusters: readonly ClusterLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly tasks: readonly TaskLine[];
}

export interface ClusterLine {
  readonly id: number;
  readonly name: TwoText;
  readonly tier: string;
}

export interface IndicatorLine {
  readonly id: number;
  readonly goalId: number | null;
  readonly name: TwoText;
  readonly measure: TwoText;
  readonly decimals: number;
  readonly light: IndicatorLight;
  readonly target: { readonly on: string; readonly value: number } | null;
  readonly latest: {
    readonly on: string;
    readonly value: number;
    readonly isFinal: boolean;
    readonly source: TwoText;
    readonly address: string;
  } | null;
}

export interface TaskLine {
  readonly id: number;
  readonly goalId: number | null;
  readonly number: string;
  readonly title: TwoText;
  readonly unit: TwoText | null;
  readonly dueOn: string;
  readonly state: TaskState;
  readonly light: TaskLight;
  readonly percent: number;
}

export interface Progress {
  readonly tasks: number;
  readonly done: number;
  readonly percent: number;
  readonly lights: Readonly<Record<TaskLight, number>>;
}

/** How far a plan is, from the standing of its tasks: cancelled ones count for nothing. */
export function progressOf(tasks: readonly Pick<TaskLine, 'state' | 'light' | 'percent'>[]): Progress {
  const counted = tasks.filter(({ state }) => state !== 'cancelled');
  const lights = { none: 0, green: 0, blue: 0, yellow: 0, red: 0 };
  for (const { light } of counted) lights[light] += 1;
  const sum = counted.reduce((total, { percent }) => total + percent, 0);
  return {
    tasks: counted.length,
    done: counted.filter(({ state }) => state === 'done').length,
    percent: counted.length === 0 ? 0 : Math.round(sum / counted.length),
    lights,
  };
}
