import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Db } from '#platform/database.server.ts';

/** The officers of those units. Needs the eyes of the zone, or of the site itself. */
export function officersOf(db: Db, zone: string, units: readonly (number | null)[]): Promise<number[]> {
  const ids = units.filter((unit) => unit !== null);
  if (ids.length === 0) return Promise.resolve([]);
  return among(db, zone, and(eq(memberships.role, 'officer'), inArray(memberships.unitId, ids)));
}

/** Those who keep the tasks of a zone, and so look whether something is done. */
export function keepersOf(db: Db, zone: string): Promise<number[]> {
  return among(db, zone, or(eq(memberships.role, 'publisher'), eq(memberships.role, 'leader')));
}

async function among(db: Db, zone: string, which: SQL | undefined): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: accounts.id })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(memberships.zoneCode, zone), isNull(accounts.disabledAt), which))
    .orderBy(asc(accounts.id));
  return rows.map(({ id }) => id);
}
