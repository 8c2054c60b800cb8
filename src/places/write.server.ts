import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '#platform/database.server.ts';
import { putEntries } from '#search/write.server.ts';
import { placeNameEn } from './english.ts';
import { placeEntries } from './entry.ts';
import { placeLevels } from './place.ts';
import { placesByCode } from './read.server.ts';
import { wgs84FromGcj02 } from './point.ts';

const code = z.string().regex(/^\d{6}$/);
const degrees = z.union([z.literal(''), z.coerce.number()]);

/** One line of `reference/places.csv`. */
export const placeLine = z.object({
  code,
  level: z.enum(placeLevels),
  name_zh: z.string().min(2).max(50),
  province_code: code,
  city_code: z.union([z.literal(''), code]),
  lng_gcj02: degrees,
  lat_gcj02: degrees,
});
type PlaceLine = z.output<typeof placeLine>;

/** Brings the places to what the lines say; answers the codes of those that are new or changed. */
export async function putPlaces(tx: Tx, lines: readonly PlaceLine[]): Promise<string[]> {
  const rows = JSON.stringify(lines.map(placeRow));
  const { rows: changed } = await tx.execute<{ code: string }>(sql`
    insert into place select * from jsonb_populate_recordset(null::place, ${rows}::jsonb)
    on conflict (code) do update set (level, name_zh, name_en, province_code, city_code, lng, lat) =
      (excluded.level, excluded.name_zh, excluded.name_en, excluded.province_code, excluded.city_code, excluded.lng, excluded.lat)
    where (place.*) is distinct from (excluded.*)
    returning code`);
  return changed.map((row) => row.code);
}

/** Renews what search knows of these places. */
export async function makePlacesFindable(tx: Tx, codes: readonly string[]): Promise<void> {
  const found = await placesByCode(tx, codes);
  await putEntries(tx, [...found.values()].flatMap(placeEntries));
}

function placeRow(line: PlaceLine) {
  const shifted =
    line.lng_gcj02 === '' || line.lat_gcj02 === '' ? undefined : { lng: line.lng_gcj02, lat: line.lat_gcj02 };
  const centre = shifted && wgs84FromGcj02(shifted);
  return {
    code: line.code,
    level: line.level,
    name_zh: line.name_zh,
    name_en: placeNameEn(line.name_zh, line.level),
    province_code: line.province_code,
    city_code: line.city_code || null,
    lng: centre ? roundDegrees(centre.lng) : null,
    lat: centre ? roundDegrees(centre.lat) : null,
  };
}

/** Five decimals are about a metre: more would pretend. */
function roundDegrees(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
