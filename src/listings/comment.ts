import { z } from 'zod';

export const commentInput = z.array(
  z.strictObject({
    field: z.string().max(40).nullable(),
    says: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .refine((text) => !text.includes('\u0000') && text.isWellFormed()),
  }),
);

export interface CommentView {
  readonly id: number;
  readonly field: string | null;
  readonly says: string;
  readonly authorName: string;
  readonly at: Date;
}
