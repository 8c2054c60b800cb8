import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { Place } from '#places/place.ts';
import { industriesOf } from './read.server.ts';
import { selectSummaries, summaryOf } from './read-summary.server.ts';
import { zones } from './tables.server.ts';
import type { ListedZone, ZoneDot } from './zone.ts';

/** How many zones of each level lie in a part of a place; `code` is empty where the part is not known. */
export interface PartCount {
  readonly code: string;
  readonly national: number;
  readonly provincial: number;
}

const inPlace: Readonly<Record<Place['level'], (code: string) => SQL>> = {
  province: (code) => eq(zones.provinceCode, code),
  city: (code) => eq(zones.cityCode, code),
  district: (code) => sql`(${zones.districtCode} = ${code} or ${zones.cityCode} = ${code})`,
};

/** The cities of a province, districts where there are no cities, and the districts of a city, with their zones counted. */
export async function countByPart(db: Db, place: Place): Promise<PartCount[]> {
  const part =
    place.level === 'province' ? sql`coalesce(city_code, district_code, '')` : sql`coalesce(district_code, '')`;
  const { rows } = await db.execute<PartCount & Record<string, unknown>>(sql`
    select ${part} as code, count(*) filter (where level = 'national')::int as national,
      count(*) filter (where level = 'provincial')::int as provincial
    from zone where ${inPlace[place.level](place.code)} group by 1 order by 1`);
  return rows;
}

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

export async function countByType(db: Db, place: Place): Promise<TypeCount[]> {
  const { rows } = await db.execute<TypeCount & Record<string, unknown>>(sql`
    select type, count(*)::int as count from zone where ${inPlace[place.level](place.code)} group by type order by type`);
  return rows;
}

/** The zones that lie in a place, national ones first. */
export async function zonesIn(db: Db, place: Place, limit: number): Promise<ListedZone[]> {
  const rows = await selectSummaries(db)
    .where(inPlace[place.level](place.code))
    .orderBy(asc(zones.level), asc(zones.code))
    .limit(limit);
  const terms = await industriesOf(
    db,
    rows.map((row) => row.code),
  );
  return rows.map((row) => ({ ...summaryOf(row), industries: terms.get(row.code) ?? [] }));
}

/** All located zones, and whether they lie in the place. */
export async function dotsOf(db: Db, place: Place): Promise<ZoneDot[]> {
  const { rows } = await db.execute<ZoneDot>(sql`
    select code, lng, lat, level, location_basis as basis, coalesce(${inPlace[place.level](place.code)}, false) as hit
    from zone where lng is not null`);
  return rows;
}
