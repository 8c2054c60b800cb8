import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';

/** The organisations that go by exactly these names, for each name that only one of them has. Asked as whoever asks sees them. */
export async function organisationsNamed(db: Db, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names.filter((name) => name !== ''))];
  if (wanted.length === 0) return new Map();
  const { rows } = await db.execute<{ name: string; id: string }>(sql`
    with wanted as (select unnest(${sql.param(wanted)}::text[]) as name),
    found as (
      select wanted.name, organisation.id from wanted join organisation on organisation.name_zh = wanted.name
      union select wanted.name, organisation.id from wanted join organisation on organisation.name_en = wanted.name
      union select wanted.name, organisation_id from wanted join organisation_name on organisation_name.name = wanted.name)
    select found.name, min(found.id) as id from found join organisation on organisation.id = found.id
    where organisation.merged_into is null group by found.name having count(distinct found.id) = 1`);
  return new Map(rows.map(({ name, id }) => [name, Number(id)]));
}
