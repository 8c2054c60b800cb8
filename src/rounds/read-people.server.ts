import { and, eq, inArray, isNull } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';

/** The officers of these units, as accounts. */
export async function officersOfUnits(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'officer'), inArray(memberships.unitId, [...ids]), isNull(accounts.disabledAt)));
  return rows.map(({ id }) => id);
}

/** Those of these units that the zone has and uses. */
export async function unitsOfZone(db: Db, zone: string, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.zoneCode, zone), inArray(units.id, [...ids]), eq(units.active, true)));
  return rows.map(({ id }) => id);
}
