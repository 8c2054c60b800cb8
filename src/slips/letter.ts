import { z } from 'zod';
import { isWebAddress } from '#tasks/evidence.ts';
import { day, noteInput } from './slip.ts';

const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();

/** What a letter's form says: a sentence, by when it will be solved, and what shows it. */
export const letterAnswer = z.strictObject({
  note: noteInput,
  until: z.union([z.literal('').transform(() => null), day]),
  evidence: z
    .array(
      z.strictObject({
        title: z.string().trim().max(256).refine(isClean),
        fileId: z.uuid().nullable().default(null),
        address: z.union([z.literal(''), z.string().trim().max(2000).refine(isWebAddress)]).default(''),
      }),
    )
    .max(20),
});
export type LetterAnswer = z.output<typeof letterAnswer>;
export type ShownEvidence = LetterAnswer['evidence'][number];

/** What shows that an answer is so, as its page lists it. */
export interface EvidenceView {
  readonly id: number;
  readonly title: string;
  readonly fileId: string | null;
  readonly address: string;
}
