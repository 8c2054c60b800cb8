import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#platform/database.server.ts';
import { places } from '#places/tables.server.ts';
import { zones } from './tables.server.ts';
import type { NamedCode, ZoneLocation, ZoneSummary } from './zone.ts';

const province = alias(places, 'province');
const city = alias(places, 'city');
const district = alias(places, 'district');

const columns = {
  code: zones.code,
  nameZh: zones.nameZh,
  nameEn: zones.nameEn,
  level: zones.level,
  type: zones.type,
  approvedYear: zones.approvedYear,
  approvedMonth: zones.approvedMonth,
  areaHectares: zones.areaHectares,
  lng: zones.lng,
  lat: zones.lat,
  basis: zones.locationBasis,
  shortZh: zones.shortZh,
  catalogueCode: zones.catalogueCode,
  standardNameZh: zones.standardNameZh,
  onEtdzList2024: zones.onEtdzList2024,
  province: { code: province.code, zh: province.nameZh, en: province.nameEn },
  city: { code: city.code, zh: city.nameZh, en: city.nameEn },
  district: { code: district.code, zh: district.nameZh, en: district.nameEn },
};

/** Zones with the places they lie in, as lists show them; the caller says which, in what order and how many. */
export function selectSummaries(db: Db) {
  return db
    .select(columns)
    .from(zones)
    .innerJoin(province, eq(province.code, zones.provinceCode))
    .leftJoin(city, eq(city.code, zones.cityCode))
    .leftJoin(district, eq(district.code, zones.districtCode))
    .$dynamic();
}

type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

export function summaryOf(row: SummaryRow): ZoneSummary {
  return {
    code: row.code,
    name: { zh: row.nameZh, en: row.nameEn },
    level: row.level,
    type: row.type,
    province: namedCode(row.province),
    city: row.city ? namedCode(row.city) : undefined,
    district: row.district ? namedCode(row.district) : undefined,
    approvedYear: row.approvedYear ?? undefined,
    approvedMonth: row.approvedMonth ?? undefined,
    areaHectares: row.areaHectares ?? undefined,
    location: locationOf(row),
  };
}

function locationOf({ lng, lat, basis }: SummaryRow): ZoneLocation | undefined {
  return lng === null || lat === null || basis === null ? undefined : { lng, lat, basis };
}

function namedCode({ code, zh, en }: { code: string; zh: string; en: string }): NamedCode {
  return { code, name: { zh, en } };
}

/** The zones of these codes, in the order of the codes; a code that no zone has is left out. */
export async function zonesByCode(db: Db, codes: readonly string[]): Promise<ZoneSummary[]> {
  if (codes.length === 0) return [];
  const rows = await selectSummaries(db).where(inArray(zones.code, [...codes]));
  const found = new Map(rows.map((row) => [row.code, summaryOf(row)]));
  return codes.flatMap((code) => found.get(code) ?? []);
}

/** Whether the zone has another name that matches. */
export function hasAliasLike(pattern: string): SQL {
  return sql`exists (select from zone_alias where zone_code = ${zones.code} and alias ilike ${pattern})`;
}
