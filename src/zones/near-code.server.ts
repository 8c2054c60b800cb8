import { asc, like, sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { zones } from './tables.server.ts';

export interface NearZone {
  readonly code: string;
  readonly name: TwoText;
}

/** Zones whose code is nearest to one that does not exist, among those of the same province and city digits. */
export async function zonesNearCode(db: Db, code: string): Promise<NearZone[]> {
  const wanted = Number(code.padEnd(8, '0').slice(0, 8));
  const rows = await db
    .select({ code: zones.code, zh: zones.nameZh, en: zones.nameEn })
    .from(zones)
    .where(like(zones.code, `${code.slice(0, 4)}%`))
    .orderBy(asc(sql`abs(${zones.code}::bigint - ${wanted}::bigint)`), asc(zones.code))
    .limit(3);
  return rows.map((row) => ({ code: row.code, name: { zh: row.zh, en: row.en } }));
}
