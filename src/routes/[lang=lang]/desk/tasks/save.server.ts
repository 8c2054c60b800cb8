import type { TypedAdjustment } from '#plans/adjustment.ts';
import { typedIn, withSpareRows, type TypedTask } from '#tasks/form.ts';

/** What the form of a task sent: what is typed, whether it only wants more rows, and what a change of the plan rests on. */
export async function sentTask(request: Request) {
  const form = await request.formData();
  const typed = typedIn(form);
  const { instruction = '', reason = '' } = typed.texts;
  const adjustment: TypedAdjustment = { instruction, reason };
  return { typed, adjustment, wantsRows: form.get('do') === 'more' };
}

const fiveMore = 5;

export function withMoreRows(typed: TypedTask): TypedTask {
  return { ...typed, milestones: withSpareRows(typed.milestones, fiveMore) };
}
