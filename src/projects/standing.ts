import { addDays, daysBetween } from '#calendar/workdays.ts';
import type { TwoText } from '#language/lang.ts';
import { stages, type ProjectLight, type Stage, type Status } from './project.ts';

/** How many days a project usually stands in each stage; null or none where nobody waits for it to go on. */
export type UsualDays = Readonly<Partial<Record<Stage, number | null>>>;

/** Something that was promised for a day, besides the promised stages. */
export interface PromisedMilestone {
  readonly name: string;
  readonly dueOn: string;
  readonly isDone: boolean;
}

/** A permit that was applied for and has not come, by the working days it has. */
export interface RunningPermit {
  readonly name: TwoText;
  readonly dueOn: string;
}

export interface Placed {
  readonly stage: Stage;
  readonly stageSince: string;
  readonly status: Status;
  readonly nextStepOn: string | null;
  readonly startsBy: string | null;
  readonly completedBy: string | null;
  readonly producesBy: string | null;
  readonly milestones?: readonly PromisedMilestone[];
  readonly permits?: readonly RunningPermit[];
  /** By when what produces is to be visited. */
  readonly visitDueOn?: string | null;
}

/** One reason of a light: since which day it holds, and how many days that is. */
export type LightReason =
  | { readonly kind: 'stage'; readonly usual: number; readonly on: string; readonly days: number }
  | { readonly kind: 'next-step'; readonly on: string; readonly days: number }
  | { readonly kind: 'promise'; readonly stage: Stage; readonly on: string; readonly days: number }
  | { readonly kind: 'milestone'; readonly name: string; readonly on: string; readonly days: number }
  | { readonly kind: 'permit'; readonly name: TwoText; readonly on: string; readonly days: number }
  | { readonly kind: 'visit'; readonly on: string; readonly days: number }
  | { readonly kind: 'delayed' };

/** So many days past its date something is no longer late but left lying. */
export const redAfter = { 'next-step': 14, promise: 30, milestone: 30, permit: 14, visit: 60 } as const;

/** How a project stands: from dates and the table of usual days alone. Who waits by decision has no light. */
export function standingOf(
  project: Placed,
  { usual, today }: { readonly usual: UsualDays; readonly today: string },
): { light: ProjectLight; reasons: LightReason[] } {
  if (project.status !== 'active' && project.status !== 'delayed') return { light: 'none', reasons: [] };
  if (project.stage === 'fulfilled') return { light: 'none', reasons: [] };
  const reasons = [
    ...(project.status === 'delayed' ? [{ kind: 'delayed' } as const] : []),
    ...stageReason(project, usual[project.stage] ?? null, today),
    ...passed(project, today),
    ...overrun(project, today),
  ];
  if (reasons.length === 0) return { light: 'green', reasons };
  return { light: reasons.some(isRed) ? 'red' : 'yellow', reasons };
}

function stageReason({ stageSince }: Placed, usual: number | null, today: string): LightReason[] {
  if (usual === null || daysBetween(stageSince, today) <= usual) return [];
  const on = addDays(stageSince, usual);
  return [{ kind: 'stage', usual, on, days: daysBetween(on, today) }];
}

function passed(project: Placed, today: string): LightReason[] {
  const { nextStepOn, startsBy, completedBy, producesBy } = project;
  const promises = [
    ['started', startsBy],
    ['completed', completedBy],
    ['in-production', producesBy],
  ] as const;
  const isBefore = (stage: Stage) => stages.indexOf(project.stage) < stages.indexOf(stage);
  const late = isLate(today);
  const days = (on: string) => daysBetween(on, today);
  return [
    ...(late(nextStepOn) ? [{ kind: 'next-step', on: nextStepOn, days: days(nextStepOn) } as const] : []),
    ...promises.flatMap(([stage, on]) =>
      late(on) && isBefore(stage) ? [{ kind: 'promise', stage, on, days: days(on) } as const] : [],
    ),
  ];
}

const isLate =
  (today: string) =>
  (on: string | null): on is string =>
    on !== null && on < today;

/** Clocks of their own that ran out: milestones, permits, the next visit. */
function overrun({ milestones = [], permits = [], visitDueOn = null }: Placed, today: string): LightReason[] {
  const late = isLate(today);
  const since = (on: string) => ({ on, days: daysBetween(on, today) });
  const missed = milestones.filter(({ dueOn, isDone }) => late(dueOn) && !isDone);
  return [
    ...missed.map(({ name, dueOn }) => ({ kind: 'milestone', name, ...since(dueOn) }) as const),
    ...permits
      .filter(({ dueOn }) => late(dueOn))
      .map(({ name, dueOn }) => ({ kind: 'permit', name, ...since(dueOn) }) as const),
    ...(late(visitDueOn) ? [{ kind: 'visit', ...since(visitDueOn) } as const] : []),
  ];
}

/** A stage is red once it has taken half as long again as is usual; a date once it was left lying. */
function isRed(reason: LightReason): boolean {
  if (reason.kind === 'delayed') return false;
  if (reason.kind === 'stage') return reason.days * 2 > reason.usual;
  return reason.days > redAfter[reason.kind];
}
