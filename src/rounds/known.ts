import type { TwoText } from '#language/lang.ts';
import type { IndicatorLight } from '#indicators/indicator.ts';
import type { ProjectLight, Stage, Status } from '#projects/project.ts';
import type { TaskLight } from '#tasks/task.ts';

/** What is known of a block without asking it: what its report begins with, and is frozen with when handed in. */
export interface Known {
  /** The day it was looked at. */
  readonly on: string;
  readonly tasks: readonly KnownTask[];
  readonly indicators: readonly KnownIndicator[];
  readonly projects: readonly KnownProject[];
}

export interface KnownTask {
  readonly id: number;
  readonly title: TwoText;
  readonly light: TaskLight;
  readonly percent: number;
  readonly dueOn: string;
  readonly last: { readonly body: string; readonly on: string } | null;
}

export interface KnownIndicator {
  readonly id: number;
  readonly name: TwoText;
  readonly measure: TwoText;
  readonly decimals: number;
  /** Null where nothing was entered yet. */
  readonly value: number | null;
  readonly periodEnd: string | null;
  readonly light: IndicatorLight;
}

export interface KnownProject {
  readonly id: number;
  readonly name: TwoText;
  readonly stage: Stage;
  readonly status: Status;
  readonly light: ProjectLight;
}
