import { z } from 'zod';
import { isClean } from '#profiles/field.ts';
import { recordId, type TaskInput } from './task.ts';

export const longestReason = 1000;

export const reason = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(longestReason).refine(isClean));

/** What a change of a promised date rests on. */
export const adjustment = z.strictObject({ instructionId: recordId, reason: reason.refine((said) => said !== '') });
export type Adjustment = z.output<typeof adjustment>;

/** A date that was promised and is another now; `to` is null where a milestone is dropped. */
export interface Moved {
  /** `beginsOn`, `dueOn`, `plan`, or `milestone`. */
  readonly field: 'beginsOn' | 'dueOn' | 'milestone' | 'plan';
  /** The title of a milestone; empty for the task itself. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Which promises of a task are other ones afterwards: its days, those of its milestones, milestones that are dropped, and its plan. */
export function movedBetween(before: TaskInput, after: TaskInput): Moved[] {
  const days = (['beginsOn', 'dueOn'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, what: '', from: before[field], to: after[field] }));
  const steps = before.milestones.flatMap((one) => {
    const now = after.milestones.find(({ id }) => id === one.id);
    if (now?.dueOn === one.dueOn) return [];
    return [{ field: 'milestone' as const, what: one.titleZh, from: one.dueOn, to: now?.dueOn ?? null }];
  });
  const left = before.planId === after.planId ? [] : [{ field: 'plan' as const, what: '', from: null, to: null }];
  return [...days, ...steps, ...left];
}
