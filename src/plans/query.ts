import { z } from 'zod';
import { isDay } from '#language/dates.ts';

/** The place in a list after one plan; the id decides between equal days. */
export interface PlanCursor {
  readonly beginsOn: string;
  readonly id: number;
}

/** What an address may ask of the list of public plans. */
export const planQuery = z.object({
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  state: z.enum(['in-force', 'closed']).optional(),
  after: z
    .string()
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});
export type PlanQuery = z.output<typeof planQuery>;

export function formatCursor({ beginsOn, id }: PlanCursor): string {
  return `${beginsOn}.${id}`;
}

function parseCursor(text: string): PlanCursor | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})$/.exec(text);
  return parts?.[1] && isDay(parts[1]) ? { beginsOn: parts[1], id: Number(parts[2]) } : undefined;
}
