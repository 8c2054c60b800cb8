import { sql } from 'drizzle-orm';
import { peopleWords as words } from '#language/words/people.ts';
import type { Db } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import type { KeptOrganisations, Membership } from './actor.ts';

/** Zones, units and organisations lie above this folder: codes and ids alone are looked at, as foreign keys do. */
export async function missingPlace(db: Db, membership: Membership): Promise<Problem | undefined> {
  const { zone, unit, organisation } = membership;
  if (organisation !== undefined) return missingOrganisation(db, organisation);
  if (zone === undefined) return undefined;
  const isZone = (await db.execute(sql`select from zone where code = ${zone}`)).rowCount === 1;
  if (!isZone) return { field: 'zone', says: words.zoneUnknown };
  if (unit === undefined) return undefined;
  const isUnit = (await db.execute(sql`select from unit where id = ${unit} and zone_code = ${zone}`)).rowCount === 1;
  return isUnit ? undefined : { field: 'unit', says: words.unitUnknown };
}

async function missingOrganisation(db: Db, id: number): Promise<Problem | undefined> {
  const found = await db.execute(sql`select from organisation where id = ${id} and merged_into is null`);
  return found.rowCount === 1 ? undefined : { field: 'organisation', says: words.organisationUnknown };
}

/** The organisations that memberships speak of: who keeps them, and what they are called. */
export async function organisationsIn(db: Db, memberships: readonly Membership[]): Promise<KeptOrganisations> {
  const ids = [...new Set(memberships.flatMap(({ organisation }) => organisation ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; zone: string; zh: string; en: string }>(sql`
    select id, zone_code as zone, name_zh as zh, coalesce(nullif(name_en, ''), name_zh) as en
    from organisation where id = any(${sql.param(ids)}::bigint[])`);
  return new Map(rows.map(({ id, zone, zh, en }) => [Number(id), { zone, name: { zh, en } }]));
}
