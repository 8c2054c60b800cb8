import { sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';

/** What these articles are called in the reader's language, or in that of the original. */
export async function articleTitles(db: Db, lang: Lang, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; title: string }>(sql`
    select distinct on (article_id) article_id as id, title from edition
    where article_id = any (${sql.param(ids)}::bigint[]) order by article_id, lang = ${lang} desc, original desc`);
  return new Map(rows.map(({ id, title }) => [Number(id), title]));
}
