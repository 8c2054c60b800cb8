import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '#platform/database.server.ts';

/** One line of `reference/disciplines.csv`. */
export const disciplineLine = z.object({
  code: z.string().regex(/^\d{3}(\d{2}){0,2}$/),
  name_zh: z.string().min(1).max(60),
  name_en: z.string().max(100),
});

/** Brings the disciplines to what the lines say; answers the codes of those that are new or changed. */
export async function putDisciplines(tx: Tx, lines: readonly z.output<typeof disciplineLine>[]): Promise<string[]> {
  const { rows } = await tx.execute<{ code: string }>(sql`
    insert into discipline select * from jsonb_populate_recordset(null::discipline, ${JSON.stringify(lines)}::jsonb)
    on conflict (code) do update set (name_zh, name_en) = (excluded.name_zh, excluded.name_en)
    where (discipline.*) is distinct from (excluded.*)
    returning code`);
  return rows.map((row) => row.code);
}
