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

/** One reason of a light, and the day that it holds from. What is kept of it does not change from night to night. */
export type LightReason =
  | { readonly kind: 'stage'; readonly usual: number; readonly on: string }
  | { readonly kind: 'next-step'; readonly on: string }
  | { readonly kind: 'promise'; readonly stage: Stage; readonly on: string }
  | { readonly kind: 'milestone'; readonly name: string; readonly on: string }
  | { readonly kind: 'permit'; readonly name: TwoText; readonly on: string }
  | { readonly kind: 'visit'; readonly on: string }
  | { readonly kind: 'delayed' };

/** A reason with how many days it has held. */
export type ReasonToday = LightReason & { readonly days: number };

/** The reasons as they are read on that day. */
export function reasonsOn(reasons: readonly LightReason[], today: string): ReasonToday[] {
  return reasons.map((reason) => ({ ...reason, days: daysOf(reason, today) }));
}

function daysOf(reason: LightReason, today: string): number {
  return reason.kind === 'delayed' ? 0 : daysBetween(reason.on, today);
}

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
  return { light: reasons.some((reason) => isRed(reason, daysOf(reason, today))) ? 'red' : 'yellow', reasons };
}

function stageReason({ stageSince }: Placed, usual: number | null, today: string): LightReason[] {
  if (usual === null || daysBetween(stageSince, today) <= usual) return [];
  return [{ kind: 'stage', usual, on: addDays(stageSince, usual) }];
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
  return [
    ...(late(nextStepOn) ? [{ kind: 'next-step', on: nextStepOn } as const] : []),
    ...promises.flatMap(([stage, on]) =>
      late(on) && isBefore(stage) ? [{ kind: 'promise', stage, on } as const] : [],
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
  return [
    ...milestones
      .filter(({ dueOn, isDone }) => late(dueOn) && !isDone)
      .map(({ name, dueOn }) => ({ kind: 'milestone', name, on: dueOn }) as const),
    ...permits
      .filter(({ dueOn }) => late(dueOn))
      .map(({ name, dueOn }) => ({ kind: 'permit', name, on: dueOn }) as const),
    ...(late(visitDueOn) ? [{ kind: 'visit', on: visitDueOn } as const] : []),
  ];
}

/** A stage is red once it has taken half as long again as is usual; a date once it was left lying. */
function isRed(reason: LightReason, days: number): boolean {
  if (reason.kind === 'delayed') return false;
  if (reason.kind === 'stage') return days * 2 > reason.usual;
  return days > redAfter[reason.kind];
}
