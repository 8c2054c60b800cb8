import { and, eq, inArray, isNull } from 'drizzle-orm';
import { organisations } from '#organisations/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';

/** An organisation that stands for itself; one that was merged into another has no listings of its own. */
export async function standingOrganisation(db: Db, id: number) {
  const [row] = await db
    .select({ zoneCode: organisations.zoneCode, sample: organisations.sample })
    .from(organisations)
    .where(and(eq(organisations.id, id), isNull(organisations.mergedInto)));
  return row;
}

/** Whether each of these is an institute that everybody may know of. */
export async function arePublicInstitutes(db: Db, ids: readonly number[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const isInstitute = and(eq(organisations.kind, 'institute'), eq(organisations.isPublic, true));
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(inArray(organisations.id, wanted), isInstitute, isNull(organisations.mergedInto)));
  return rows.length === wanted.length;
}

export async function isBlockOf(db: Db, zone: string, unit: number): Promise<boolean> {
  const rows = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unit), eq(units.zoneCode, zone), eq(units.kind, 'block'), eq(units.active, true)));
  return rows.length > 0;
}
