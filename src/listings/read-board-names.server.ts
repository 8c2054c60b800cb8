import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import type { Db } from '#platform/database.server.ts';
import type { BoardFilter } from './board.ts';

/** The names of the province, the zone and the industry that filters have chosen, by their code. */
export async function chosenNames(db: Db, ...filters: readonly BoardFilter[]): Promise<Map<string, TwoText>> {
  const codes = filters.flatMap(({ province, zone, industry }) =>
    [province, zone, industry].filter((code) => code !== undefined),
  );
  if (codes.length === 0) return new Map();
  const wanted = sql`any(${sql.param(codes)}::text[])`;
  const { rows } = await db.execute<{ code: string; zh: string; en: string; is_place: boolean }>(sql`
    select code, name_zh as zh, name_en as en, true as is_place from place where code = ${wanted}
    union all select code, name_zh, name_en, false from zone where code = ${wanted}
    union all select code, name_zh, name_en, false from industry where code = ${wanted}`);
  return new Map(rows.map(({ code, zh, en, is_place }) => [code, { zh: is_place ? spokenName(zh) : zh, en }]));
}
