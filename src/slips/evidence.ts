import { z } from 'zod';
import type { Problem } from '#platform/outcome.ts';
import { isWebAddress } from '#tasks/evidence.ts';

const isClean = (text: string) => !text.includes('\u0000') && text.isWellFormed();

/** What shows that an answer to a slip is so: files of the zone, and pages elsewhere. */
export const evidenceInput = z
  .array(
    z.strictObject({
      title: z.string().trim().max(256).refine(isClean),
      fileId: z.uuid().nullable().default(null),
      address: z.union([z.literal(''), z.string().trim().max(2000).refine(isWebAddress)]).default(''),
    }),
  )
  .max(20);
export type Evidence = z.output<typeof evidenceInput>;

/** The same as the page of the slip lists it. */
export interface EvidenceView {
  readonly id: number;
  readonly title: string;
  readonly fileId: string | null;
  readonly address: string;
}

/** The verbs speak of evidence, the forms ask for an address. */
export function atTheAddress(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => (one.field === 'evidence' ? { ...one, field: 'address' } : one));
}
