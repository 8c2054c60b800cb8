import { spokenName, type Place } from '#places/place.ts';
import { shortName, type Surroundings } from './aliases.ts';
import { zoneNameEn } from './english.ts';
import type { ZoneLine } from './lines.ts';

type Places = ReadonlyMap<string, Place>;

/** What the rules need to know of the places around a zone. */
export interface Gazetteer {
  around(line: ZoneLine): Surroundings;
  row(line: ZoneLine): Record<string, unknown>;
}

/** Makes rows of zones out of lines, with names and locations from the places around them. */
export function gazetteer(places: Places): Gazetteer {
  const spoken = spokenByProvince(places);
  const around = (line: ZoneLine) => ({
    province: spokenName(places.get(line.province_code)?.name.zh ?? ''),
    city: line.city_code ? spokenName(places.get(line.city_code)?.name.zh ?? '') : undefined,
  });
  const row = (line: ZoneLine) => ({
    ...plainColumns(line),
    ...location(line, places),
    name_en: zoneNameEn(line.name_zh, spoken.get(line.province_code) ?? new Set()),
    name_en_by_rule: true,
    short_zh: shortName(line.name_zh, around(line)) ?? null,
  });
  return { around, row };
}

function spokenByProvince(places: Places): Map<string, Set<string>> {
  const all = [...places.values()];
  const provinces = all.filter((place) => place.level === 'province').map((place) => spokenName(place.name.zh));
  const byProvince = new Map<string, Set<string>>();
  for (const place of all) {
    const names = byProvince.get(place.provinceCode) ?? new Set(provinces);
    byProvince.set(place.provinceCode, names.add(spokenName(place.name.zh)));
  }
  return byProvince;
}

function plainColumns(line: ZoneLine) {
  const [year, month] = line.approved.split('-');
  return {
    code: line.code,
    catalogue_code: line.catalogue_code || null,
    name_zh: line.name_zh,
    level: line.level,
    type: line.type,
    province_code: line.province_code,
    city_code: line.city_code || null,
    district_code: line.district_code || null,
    approved_year: year || null,
    approved_month: month || null,
    area_hectares: line.area_hectares === '' ? null : line.area_hectares,
    industries_zh: line.industries_zh,
    on_etdz_list_2024: line.etdz_2024 === 'yes',
    standard_name_zh: line.standard_name_zh || null,
  };
}

/** The zone's own point, else the centre of its district or city; a whole province would say nothing. */
function location({ lng, lat, ...line }: ZoneLine, places: Places) {
  if (lng !== '' && lat !== '') return { lng, lat, location_basis: 'own' };
  const centre = places.get(line.district_code)?.centre ?? places.get(line.city_code)?.centre;
  return centre ? { ...centre, location_basis: 'place' } : { lng: null, lat: null, location_basis: null };
}
