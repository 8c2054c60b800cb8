import { z } from 'zod';
import { cleanText } from '#events/said.ts';

/** What a form that changes a plan in force sends besides: by whose instruction, and why. */
export const adjustmentForm = z.strictObject({
  instruction: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  reason: cleanText(1000, 1),
});
/** As it is typed; both are empty where the plan is a draft. */
export type TypedAdjustment = Readonly<Record<'instruction' | 'reason', string>>;

/** What belongs to the adjustment of a form, and the rest of it. */
export function splitAdjustment<T extends Readonly<Record<string, string>>>(sent: T) {
  const { instruction = '', reason = '', ...fields } = sent;
  return { adjustment: { instruction, reason }, fields };
}
