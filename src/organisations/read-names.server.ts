import { sql } from 'drizzle-orm';
import type { KnownName } from '#extraction/names.ts';
import type { Db } from '#platform/database.server.ts';

/** A name, and where an organisation that is not public yet may be seen. */
export interface KeptName extends KnownName {
  readonly zone: string;
  readonly isPublic: boolean;
}

/** Every name of every organisation, or of these: full, short, former, whatever it is called. */
export async function organisationNames(db: Db, ids?: readonly number[]): Promise<KeptName[]> {
  const which = ids === undefined ? sql`true` : sql`o.id = any(${sql.param(ids)}::bigint[])`;
  const { rows } = await db.execute<{ id: string; name: string; zone: string; is_public: boolean }>(sql`
    select o.id, given.name, o.zone_code as zone, o.is_public
    from organisation o cross join lateral (
      select o.name_zh as name union select o.name_en where o.name_en <> ''
      union select name from organisation_name n where n.organisation_id = o.id) given
    where o.merged_into is null and ${which}`);
  return rows.map(({ id, is_public, ...row }) => ({ ...row, id: Number(id), isPublic: is_public }));
}
