import { addDays, daysBetween } from '#calendar/workdays.ts';
import { stages, type ProjectLight, type Stage, type Status } from './project.ts';

/** How many days a project usually stands in each stage; null or none where nobody waits for it to go on. */
export type UsualDays = Readonly<Partial<Record<Stage, number | null>>>;

/** Something that was promised for a day, besides the promised stages. */
export interface PromisedMilestone {
  readonly name: string;
  readonly dueOn: string;
  readonly isDone: boolean;
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
}

/** One reason of a light: since which day it holds, and how many days that is. */
export type LightReason =
  | { readonly kind: 'stage'; readonly usual: number; readonly on: string; readonly days: number }
  | { readonly kind: 'next-step'; readonly on: string; readonly days: number }
  | { readonly kind: 'promise'; readonly stage: Stage; readonly on: string; readonly days: number }
  | { readonly kind: 'milestone'; readonly name: string; readonly on: string; readonly days: number }
  | { readonly kind: 'delayed' };

/** So many days past its date something is no longer late but left lying. */
export const redAfter = { 'next-step': 14, promise: 30, milestone: 30 } as const;

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
  const { nextStepOn, startsBy, completedBy, producesBy, milestones = [] } = project;
  const promises = [
    ['started', startsBy],
    ['completed', completedBy],
    ['in-production', producesBy],
  ] as const;
  const isBefore = (stage: Stage) => stages.indexOf(project.stage) < stages.indexOf(stage);
  const late = (on: string | null): on is string => on !== null && on < today;
  const days = (on: string) => daysBetween(on, today);
  return [
    ...(late(nextStepOn) ? [{ kind: 'next-step', on: nextStepOn, days: days(nextStepOn) } as const] : []),
    ...promises.flatMap(([stage, on]) =>
      late(on) && isBefore(stage) ? [{ kind: 'promise', stage, on, days: days(on) } as const] : [],
    ),
    ...milestones.flatMap(({ name, dueOn: on, isDone }) =>
      late(on) && !isDone ? [{ kind: 'milestone', name, on, days: days(on) } as const] : [],
    ),
  ];
}

/** A stage is red once it has taken half as long again as is usual; a date once it was left lying. */
function isRed(reason: LightReason): boolean {
  if (reason.kind === 'delayed') return false;
  if (reason.kind === 'stage') return reason.days * 2 > reason.usual;
  return reason.days > redAfter[reason.kind];
}
