import { z } from 'zod';
import { cleanText } from '#events/said.ts';
import { neededFors } from './evidence.ts';
import { id } from './input.ts';

/** The operator's lists: what due diligence asks, which permits there are, which kinds of proof. */
export const careListNames = ['questions', 'permits', 'tags'] as const;
export type CareList = (typeof careListNames)[number];

const row = {
  /** Null is a new one. */
  id: id.nullable(),
  nameEn: cleanText(400),
  place: z.number().int().min(0).max(999),
  isUsed: z.boolean(),
};

/** What each list says of its rows. A row is never deleted, since records name it: it goes out of use. */
export const careListInputs = {
  questions: z.array(z.strictObject({ ...row, nameZh: cleanText(200, 1) })).max(60),
  permits: z
    .array(
      z.strictObject({
        ...{ ...row, nameZh: cleanText(80, 1), nameEn: cleanText(160) },
        days: z.number().int().min(1).max(365),
      }),
    )
    .max(60),
  tags: z
    .array(z.strictObject({ ...row, nameZh: cleanText(40, 1), nameEn: cleanText(80), neededFor: z.enum(neededFors) }))
    .max(60),
} as const;
