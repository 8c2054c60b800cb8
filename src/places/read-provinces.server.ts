import { asc, eq } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { places } from './tables.server.ts';

/** Every province, in the order of the codes. */
export async function provinces(db: Db): Promise<{ code: string; name: TwoText }[]> {
  const rows = await db
    .select({ code: places.code, zh: places.nameZh, en: places.nameEn })
    .from(places)
    .where(eq(places.level, 'province'))
    .orderBy(asc(places.code));
  return rows.map(({ code, zh, en }) => ({ code, name: { zh, en } }));
}
