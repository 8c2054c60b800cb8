import { z } from 'zod';
import { langs } from '#language/lang.ts';

/** One that fits a need, as the public may read it: from suggestions between what is published, open and no secret. */
export const publicMatch = z.object({
  score: z.number().min(0).max(1),
  sentence: z.string(),
  offer: z
    .object({ id: z.number().int(), reference: z.string().nullable(), title: z.string(), url: z.url() })
    .nullable(),
  institute: z.object({ id: z.number().int(), name: z.string(), url: z.url() }).nullable(),
});
export const matchQuery = z.object({ lang: z.enum(langs).default('zh') });

export type PublicMatch = z.input<typeof publicMatch>;
