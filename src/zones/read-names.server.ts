import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { DirectoryFilter } from './directory.ts';

/** The names of the places and the industry that a filter has chosen, by their code. */
export async function chosenNames(db: Db, filter: DirectoryFilter): Promise<Map<string, TwoText>> {
  const { province = '', city = '', industry = '' } = filter;
  if (province + city + industry === '') return new Map();
  const { rows } = await db.execute<{ code: string; zh: string; en: string }>(sql`
    select code, name_zh as zh, name_en as en from place where code in (${province}, ${city})
    union all select code, name_zh, name_en from industry where code = ${industry}`);
  return new Map(rows.map(({ code, ...name }) => [code, name]));
}

/** What these zones are called, or all zones, in the order of their names. */
export async function zonesByName(db: Db, codes: readonly string[] | undefined) {
  const { rows } = await db.execute<{ code: string; zh: string; en: string }>(sql`
    select code, name_zh as zh, name_en as en from zone
    where ${codes === undefined} or code = any (${sql.param(codes ?? [])}::text[]) order by name_zh collate "C", code`);
  return rows.map(({ code, ...name }) => ({ code, name }));
}
