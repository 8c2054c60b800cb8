import { z } from 'zod';
import { evidenceInput } from './evidence.ts';
import { day, noteInput } from './slip.ts';

/** What a letter's form says: a sentence, by when it will be solved, and what shows it. */
export const letterAnswer = z.strictObject({
  note: noteInput,
  until: z.union([z.literal('').transform(() => null), day]),
  evidence: evidenceInput,
});
export type LetterAnswer = z.output<typeof letterAnswer>;
