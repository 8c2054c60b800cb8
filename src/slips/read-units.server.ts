import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';

export interface UnitChoice {
  readonly id: number;
  readonly zoneCode: string;
  readonly name: TwoText;
}

/** The units and blocks in use of some zones, in their order. */
export async function unitsOf(db: Db, zones: readonly string[]): Promise<UnitChoice[]> {
  if (zones.length === 0) return [];
  const { rows } = await db.execute<{ id: string; zone: string; zh: string; en: string }>(sql`
    select id::text, zone_code as zone, name_zh as zh, name_en as en from unit
    where active and zone_code = any(${sql.param(zones)}::text[]) order by zone_code, position, id`);
  return rows.map(({ id, zone, zh, en }) => ({ id: Number(id), zoneCode: zone, name: { zh, en: en || zh } }));
}
