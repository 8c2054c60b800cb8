import { z } from 'zod';
import { isOperator, zonesAs, type Actor, type Role } from '#accounts/actor.ts';
import type { Tier } from '#clusters/cluster.ts';
import type { YearOutput } from '#clusters/output.ts';
import type { IndicatorLight } from '#indicators/indicator.ts';
import type { TwoText } from '#language/lang.ts';
import type { ProjectLight, Stage } from '#projects/project.ts';
import type { SlipColour } from '#slips/slip.ts';
import type { TaskLight } from '#tasks/task.ts';
import type { RecordLine, RecordsOf } from './records.ts';

/** The zone a page is about, and the days of its week: from the first on, up to now. */
export interface Week {
  readonly zone: string;
  readonly today: string;
  readonly since: string;
}

export interface LeaderCluster {
  readonly id: number;
  readonly name: TwoText;
  readonly tier: Tier;
  readonly years: readonly YearOutput[];
}

export interface LeaderIndicator {
  readonly id: number;
  readonly name: TwoText;
  readonly measure: TwoText;
  readonly decimals: number;
  readonly light: IndicatorLight;
  readonly latest: number | null;
  readonly latestOn: string | null;
  readonly target: number | null;
  readonly targetOn: string | null;
  /** The last values, the oldest first. */
  readonly values: readonly number[];
}

export interface Improvement {
  /** Empty is what belongs to none. */
  readonly key: string;
  readonly name: TwoText | null;
  readonly total: number;
  readonly lights: Readonly<Record<IndicatorLight, number>>;
  /** The first few, what is worst on top. */
  readonly indicators: readonly LeaderIndicator[];
}

export type TaskLights = Readonly<Record<TaskLight, number>>;

/** The open tasks of a unit or block; null is what has none. */
export interface TaskGroup {
  readonly id: number | null;
  readonly name: TwoText | null;
  readonly total: number;
  readonly lights: TaskLights;
}

export interface LeaderTasks {
  readonly open: number;
  readonly done: number;
  /** Mean of the open ones. */
  readonly percent: number;
  readonly lights: TaskLights;
  /** As the lists count: a unit has what it leads and what it helps with. */
  readonly units: readonly TaskGroup[];
  readonly blocks: readonly TaskGroup[];
  /** The earliest day that an open one was last looked at. */
  readonly standingOn: string | null;
}

export interface StageLine {
  readonly stage: Stage;
  /** From signing on each project once, before it each record. */
  readonly count: number;
  readonly agreed: number;
  readonly arrived: number;
  readonly lights: Readonly<Record<ProjectLight, number>>;
}

export interface SlipLine {
  readonly colour: SlipColour;
  readonly count: number;
  readonly oldest: { readonly id: number; readonly title: TwoText; readonly raisedOn: string } | null;
}

/** So many records of a kind, and the first of them. */
export interface Heap {
  readonly of: RecordsOf;
  readonly total: number;
  readonly first: readonly RecordLine[];
}

/** All that the page of a zone says, and its brief. */
export interface LeaderFacts extends Week {
  readonly zoneName: TwoText;
  readonly clusters: readonly LeaderCluster[];
  readonly improvements: readonly Improvement[];
  readonly tasks: LeaderTasks;
  readonly stages: readonly StageLine[];
  readonly slips: readonly SlipLine[];
  readonly changed: readonly Heap[];
  readonly waiting: readonly Heap[];
}

const readers: readonly Role[] = ['publisher', 'leader', 'officer', 'broker', 'editor'];

/** The zones whose page somebody reads; undefined is every one. */
export function zonesOfDelivery(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, readers);
}

/** The zones whose brief somebody may wish for: those they lead. */
export function zonesLed(actor: Actor): string[] {
  return zonesAs(actor, ['leader']);
}

/** What the page is asked for; what it does not know is left out. */
export const leaderQuery = z.object({
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional()
    .catch(''),
});
