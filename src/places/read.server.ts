import { and, eq, gt, inArray, ne, or } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { spokenName, type Place, type PlaceLevel } from './place.ts';
import type { PlaceQuery } from './public.ts';
import { places } from './tables.server.ts';

type Row = typeof places.$inferSelect;

function placeOf(row: Row): Place {
  return {
    code: row.code,
    level: row.level,
    name: { zh: row.nameZh, en: row.nameEn },
    provinceCode: row.provinceCode,
    cityCode: row.cityCode ?? undefined,
    centre: row.lng === null || row.lat === null ? undefined : { lng: row.lng, lat: row.lat },
  };
}

export async function placeByCode(db: Db, code: string): Promise<Place | undefined> {
  const [row] = await db.select().from(places).where(eq(places.code, code));
  return row && placeOf(row);
}

export async function placesByCode(db: Db, codes: readonly string[]): Promise<Map<string, Place>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select()
    .from(places)
    .where(inArray(places.code, [...codes]));
  return new Map(rows.map((row) => [row.code, placeOf(row)]));
}

/** All places by their code: what a load works with. */
export async function allPlaces(db: Db): Promise<Map<string, Place>> {
  const rows = await db.select().from(places).orderBy(places.code);
  return new Map(rows.map((row) => [row.code, placeOf(row)]));
}

/** One page of the places, in the order of their codes; `after` is the code of the next page's beginning. */
export async function listPlaces(db: Db, query: PlaceQuery): Promise<{ places: Place[]; after: string | undefined }> {
  const conditions = [
    query.level && eq(places.level, query.level),
    query.province && eq(places.provinceCode, query.province),
    query.city && eq(places.cityCode, query.city),
    query.after && gt(places.code, query.after),
  ];
  const rows = await db
    .select()
    .from(places)
    .where(and(...conditions.filter((condition) => typeof condition === 'object')))
    .orderBy(places.code)
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit).map(placeOf);
  return { places: shown, after: rows.length > query.limit ? shown.at(-1)?.code : undefined };
}

/** The places one level below: the cities of a province with the districts that have no city, the districts of a city. */
export async function placesWithin(db: Db, place: Place): Promise<Place[]> {
  if (place.level === 'district') return [];
  const below =
    place.level === 'city'
      ? and(eq(places.cityCode, place.code), eq(places.level, 'district'))
      : and(eq(places.provinceCode, place.code), ne(places.level, 'province'));
  const rows = await db.select().from(places).where(below).orderBy(places.code);
  const found = rows.map(placeOf);
  return place.level === 'city' ? found : found.filter((one) => one.level === 'city' || one.cityCode === undefined);
}

/**
 * The city a text names, with or without 市: 苏州 → 320500. A municipality answers with its province, a city directly
 * under a province with itself; undefined when no place, or more than one, is meant.
 */
export async function resolveCity(db: Db, text: string): Promise<Place | undefined> {
  const name = text.trim();
  if (name.length < 2 || name.length > 30) return undefined;
  if (/^\d{6}$/.test(name)) return placeByCode(db, name);
  const endings = ['', '市', '地区', '盟', '州'];
  const names = endings.map((ending) => name + ending);
  const sought = or(inArray(places.nameZh, names), eq(places.nameEn, name));
  const rows = (await db.select().from(places).where(sought)).map(placeOf);
  return best(rows) ?? onlyOne(await spokenCities(db, name));
}

const rank: Readonly<Record<PlaceLevel, number>> = { city: 0, province: 1, district: 2 };

/** A city before a district of the same name; a province only where it is a municipality. */
function best(found: readonly Place[]): Place | undefined {
  const cities = found.filter((place) => place.level !== 'province' || place.name.zh.endsWith('市'));
  const sorted = [...cities].sort((a, b) => rank[a.level] - rank[b.level]);
  const [first, second] = sorted;
  return first && second && rank[first.level] === rank[second.level] ? undefined : first;
}

/** Autonomous prefectures are named by their first word: 延边 for 延边朝鲜族自治州. */
async function spokenCities(db: Db, name: string): Promise<Place[]> {
  const rows = await db.select().from(places).where(eq(places.level, 'city'));
  return rows.map(placeOf).filter((place) => spokenName(place.name.zh) === name);
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
