import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { placesByCode } from './read.server.ts';
import { places } from './tables.server.ts';

/** A place a text can mean, with the city it is in. */
export interface MeantPlace {
  readonly code: string;
  readonly name: string;
}

/** The places a text can mean: of that very name, else of that name with 市, 区 or 县 behind it. At most nine. */
export async function placesMeant(db: Db, text: string): Promise<MeantPlace[]> {
  const names = ['', '市', '区', '县'].map((ending) => text + ending);
  const rows = await db
    .select()
    .from(places)
    .where(or(inArray(places.nameZh, names), eq(sql`lower(${places.nameEn})`, text.toLowerCase())))
    .orderBy(places.code)
    .limit(9);
  const exact = rows.filter(({ nameZh }) => nameZh === text);
  const found = exact.length > 0 ? exact : rows;
  const above = await placesByCode(
    db,
    found.map(({ cityCode, provinceCode }) => cityCode ?? provinceCode),
  );
  return found.map(({ code, nameZh, cityCode, provinceCode }) => {
    const within = above.get(cityCode ?? provinceCode);
    return { code, name: within && within.code !== code ? within.name.zh + nameZh : nameZh };
  });
}
