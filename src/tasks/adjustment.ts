import { z } from 'zod';
import { isClean } from '#profiles/field.ts';
import type { TaskInput } from './task.ts';

export const longestReason = 1000;

export const reason = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(longestReason).refine(isClean));

/** A date that was promised and is another now; `to` is null where a milestone is dropped. */
export interface Moved {
  readonly field: 'beginsOn' | 'dueOn' | 'milestone';
  /** The title of a milestone; empty for the task itself. */
  readonly what: string;
  readonly from: string;
  readonly to: string | null;
}

/** Which dates of a task are other ones afterwards: its own, those of its milestones, and milestones that are dropped. */
export function movedBetween(before: TaskInput, after: TaskInput): Moved[] {
  const days = (['beginsOn', 'dueOn'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, what: '', from: before[field], to: after[field] }));
  const steps = before.milestones.flatMap((one) => {
    const now = after.milestones.find(({ id }) => id === one.id);
    if (now?.dueOn === one.dueOn) return [];
    return [{ field: 'milestone' as const, what: one.titleZh, from: one.dueOn, to: now?.dueOn ?? null }];
  });
  return [...days, ...steps];
}

/** What a plan promises of its tasks besides their dates. */
const promised = ['planId', 'goalId', 'number', 'titleZh', 'leadUnitId'] as const;

/** Whether the plan says something else afterwards. */
export function changesPlan(before: TaskInput, after: TaskInput): boolean {
  return movedBetween(before, after).length > 0 || promised.some((field) => before[field] !== after[field]);
}
