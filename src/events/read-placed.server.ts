import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { events } from './tables.server.ts';

/** An event as it is kept, with where its zone lies. */
export async function placedEvent(tx: Tx, id: number) {
  const [row] = await tx
    .select({ event: events, province: zones.provinceCode, city: zones.cityCode })
    .from(events)
    .innerJoin(zones, eq(zones.code, events.zoneCode))
    .where(eq(events.id, id));
  return row;
}
