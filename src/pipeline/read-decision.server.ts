import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import { projects } from '#projects/tables.server.ts';

export async function isUnitOf(tx: Tx, zone: string, id: number): Promise<boolean> {
  const own = and(eq(units.id, id), eq(units.zoneCode, zone));
  return (await tx.select({ id: units.id }).from(units).where(own)).length > 0;
}

/** A project of the zone by its reference and name; undefined where there is none. */
export async function projectNamed(tx: Tx, zone: string, id: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ reference: projects.reference, nameZh: projects.nameZh })
    .from(projects)
    .where(and(eq(projects.id, id), eq(projects.zoneCode, zone)));
  return row && `${row.reference} ${row.nameZh}`;
}
