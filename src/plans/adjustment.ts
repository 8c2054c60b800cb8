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
export const noAdjustment: TypedAdjustment = { instruction: '', reason: '' };

/** What a verb of something that hangs on a plan may be told besides. */
export const adjustmentSaid = z.strictObject({ instruction: z.string(), reason: z.string() }).default(noAdjustment);

/** What belongs to the adjustment of a form, and the rest of it. */
export function splitAdjustment<T extends Readonly<Record<string, string>>>(sent: T) {
  const { instruction = '', reason = '', ...fields } = sent;
  return { adjustment: { instruction, reason }, fields };
}
