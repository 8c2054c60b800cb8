import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { industries } from '#industries/tables.server.ts';
import type { TwoText } from '#language/lang.ts';
import { places } from '#places/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { zoneIndustries, zones } from './tables.server.ts';

export interface ZoneTotals {
  readonly all: number;
  readonly national: number;
  readonly provincial: number;
  readonly located: number;
}

export interface Share {
  readonly code: string;
  readonly name: TwoText;
  readonly zones: number;
}

/** How many zones there are, and how many of them a map can show. */
export async function zoneTotals(db: Db): Promise<ZoneTotals> {
  const [row] = await db
    .select({
      all: count(),
      national: sql<number>`count(*) filter (where ${zones.level} = 'national')::int`,
      located: count(zones.lng),
    })
    .from(zones);
  const { all = 0, national = 0, located = 0 } = row ?? {};
  return { all, national, located, provincial: all - national };
}

/** Provinces with the number of their zones, the most first. */
export async function zonesByProvince(db: Db): Promise<Share[]> {
  const rows = await db
    .select({ code: places.code, zh: places.nameZh, en: places.nameEn, zones: count() })
    .from(zones)
    .innerJoin(places, eq(places.code, zones.provinceCode))
    .groupBy(places.code)
    .orderBy(desc(count()), asc(places.code));
  return rows.map(toShare);
}

/** Industries with the number of zones that name them, the most first. */
export async function zonesByIndustry(db: Db): Promise<Share[]> {
  const rows = await db
    .select({
      code: industries.code,
      zh: industries.nameZh,
      en: industries.nameEn,
      zones: sql<number>`count(distinct ${zoneIndustries.zoneCode})::int`,
    })
    .from(zoneIndustries)
    .innerJoin(industries, eq(industries.code, zoneIndustries.industryCode))
    .groupBy(industries.code)
    .orderBy(sql`count(distinct ${zoneIndustries.zoneCode}) desc`, asc(industries.position));
  return rows.map(toShare);
}

export interface LocatedZone {
  readonly code: string;
  readonly name: TwoText;
  readonly national: boolean;
  readonly lng: number;
  readonly lat: number;
}

/** Every zone that has a place on the map. */
export async function locatedZones(db: Db): Promise<LocatedZone[]> {
  const rows = await db
    .select({
      code: zones.code,
      zh: zones.nameZh,
      en: zones.nameEn,
      level: zones.level,
      lng: zones.lng,
      lat: zones.lat,
    })
    .from(zones)
    .where(and(isNotNull(zones.lng), isNotNull(zones.lat)))
    .orderBy(asc(zones.code));
  return rows.map(({ code, zh, en, level, lng, lat }) => ({
    ...{ code, name: { zh, en }, national: level === 'national' },
    ...{ lng: lng as number, lat: lat as number },
  }));
}

function toShare({ code, zh, en, zones: number }: { code: string; zh: string; en: string; zones: number }): Share {
  return { code, name: { zh, en }, zones: number };
}
