import { z } from 'zod';

/** A list as somebody likes to see it. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** The query of its address, with the question mark. */
  readonly query: string;
}

export const viewInput = z.strictObject({
  list: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  name: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(60)
        .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u),
    ),
  query: z
    .string()
    .max(1000)
    .regex(/^(\?[^\s\u0000-\u001f#]*)?$/),
});
