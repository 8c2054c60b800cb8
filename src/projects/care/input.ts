import { z } from 'zod';
import { isDay } from '#language/dates.ts';

export const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const day = z.string().refine(isDay);
export const document = z.uuid().nullable().default(null);

export interface Clocked {
  readonly now?: Date;
}
