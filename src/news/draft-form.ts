import { z } from 'zod';
import { dateOf } from '#language/dates.ts';

/** The form beside a draft: what a person types, as it comes. Empty fields were not answered. */
export const draftForm = z.object({
  article: z.coerce.number().int().positive(),
  zone: z.string().trim().max(100).default(''),
  column: z.string().trim().max(40).default(''),
  published: z.string().trim().max(40).default(''),
  source: z.string().trim().max(200).default(''),
  publish: z.string().optional(),
});

/** `2024-02-01 09:30`, with or without the time, on China's clock; undefined when it is no time. */
export function timeFrom(text: string): Date | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?$/.exec(text);
  if (!parts) return undefined;
  const at = new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00+08:00`);
  // 30 February rolls over to March: a day that comes back as another is no day.
  return Number.isNaN(at.getTime()) || dateOf(at) !== parts[1] ? undefined : at;
}
