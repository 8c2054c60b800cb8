import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '#platform/database.server.ts';

const divisions = z.string().transform((text) => text.split('|').filter(Boolean));

/** One line of `reference/industries.csv`. */
export const industryLine = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  position: z.coerce.number().int().positive(),
  name_zh: z.string().min(1).max(50),
  name_en: z.string().min(1).max(100),
  gbt4754: divisions,
  isic: divisions,
});

/** Brings the industries to what the lines say; answers the codes of those that are new or changed. */
export async function putIndustries(tx: Tx, lines: readonly z.output<typeof industryLine>[]): Promise<string[]> {
  const { rows } = await tx.execute<{ code: string }>(sql`
    insert into industry select * from jsonb_populate_recordset(null::industry, ${JSON.stringify(lines)}::jsonb)
    on conflict (code) do update set (position, name_zh, name_en, gbt4754, isic) =
      (excluded.position, excluded.name_zh, excluded.name_en, excluded.gbt4754, excluded.isic)
    where (industry.*) is distinct from (excluded.*)
    returning code`);
  return rows.map((row) => row.code);
}
