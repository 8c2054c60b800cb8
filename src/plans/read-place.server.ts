import { eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { plans } from './tables.server.ts';

/** A plan with the province and city its zone lies in, by which search narrows. */
export async function planWithPlace(db: Db, id: number) {
  const [row] = await db
    .select({ plan: plans, province: zones.provinceCode, city: zones.cityCode })
    .from(plans)
    .innerJoin(zones, eq(zones.code, plans.zoneCode))
    .where(eq(plans.id, id));
  return row;
}
