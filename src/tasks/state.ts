import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { canKeepTask, canRecheck, canReport, type OwedTask } from './task.ts';
import type { TaskState } from './task.ts';

/** What can happen to a task beside its reports. */
export const taskSteps = [
  'begin',
  'assign',
  'ask-done',
  'take-back',
  'send-back',
  'confirm',
  'cancel',
  'adjust',
] as const;
export type TaskStep = (typeof taskSteps)[number];

/** The steps that somebody takes with a button of their own. */
export const movingSteps = ['begin', 'ask-done', 'take-back', 'send-back', 'confirm', 'cancel'] as const;
export type MovingStep = (typeof movingSteps)[number];

export interface Standing {
  readonly state: TaskState;
  /** Who said that it is done, as long as nobody else has looked. */
  readonly doneAskedBy: string | null;
}

interface Transition {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  /** Whether it stands between somebody's word that it is done and the recheck. */
  readonly isAsked: boolean;
  readonly may: (actor: Actor, task: OwedTask & Standing) => boolean;
}

const open: readonly TaskState[] = ['planned', 'under-way'];

/** Every step there is; what is not here cannot happen. Done and cancelled are for good. */
export const transitions: Readonly<Record<MovingStep, Transition>> = {
  begin: { from: ['planned'], to: 'under-way', isAsked: false, may: canReport },
  'ask-done': { from: open, to: 'under-way', isAsked: false, may: canReport },
  'take-back': { from: ['under-way'], to: 'under-way', isAsked: true, may: canReport },
  'send-back': { from: ['under-way'], to: 'under-way', isAsked: true, may: canRecheck },
  confirm: { from: ['under-way'], to: 'done', isAsked: true, may: canRecheck },
  cancel: { from: open, to: 'cancelled', isAsked: false, may: canKeepTask },
};

/** Why that step cannot be taken now, or nothing. A task whose end is being checked can still be cancelled. */
export function whyNotStep(step: MovingStep, actor: Actor, task: OwedTask & Standing): TwoText | undefined {
  const { from, isAsked } = transitions[step];
  if (!from.includes(task.state)) return words.notInThisState;
  if (isAsked !== (task.doneAskedBy !== null) && step !== 'cancel')
    return isAsked ? words.nobodyAsked : words.alreadyAsked;
  return mayNot(step, actor, task);
}

function mayNot(step: MovingStep, actor: Actor, task: OwedTask & Standing): TwoText | undefined {
  if (transitions[step].may(actor, task)) return undefined;
  const isOwn = task.doneAskedBy === actor.id && canKeepTask(actor, task);
  return isOwn && transitions[step].isAsked ? words.ownWord : words.notYours;
}

/** The steps that this person can take now: the page shows a button for each. */
export function stepsFor(actor: Actor, task: OwedTask & Standing): MovingStep[] {
  return movingSteps.filter((step) => whyNotStep(step, actor, task) === undefined);
}
