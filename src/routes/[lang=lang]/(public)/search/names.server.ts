import type { TwoText } from '#language/lang.ts';
import { searchWords as words } from '#language/words/search.ts';
import { allColumns } from '#news/read-columns.server.ts';
import { placesByCode } from '#places/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { Facet, Filters } from '#search/filter.ts';
import type { Found } from '#search/read.server.ts';
import { zonesByIndustry } from '#zones/read-overview.server.ts';
import { zonesByCode } from '#zones/read-summary.server.ts';

/** The name of each facet value that the page shows; a value without one is shown as it is. */
export type Names = Readonly<Record<Facet, Readonly<Record<string, TwoText>>>>;

/** Search knows codes only; their names are asked of the nouns they belong to. */
export async function namesFor(db: Db, found: Found, filters: Filters): Promise<Names> {
  const values = (facet: Facet) => [
    ...new Set([...found.facets[facet].map(({ value }) => value), ...(filters[facet] ? [filters[facet]] : [])]),
  ];
  const zoneCodes = [...new Set([...values('zone').slice(0, 50), ...found.hits.flatMap((hit) => hit.zone ?? [])])];
  const hitPlaces = found.hits.flatMap((hit) => [hit.province ?? [], hit.city ?? []].flat());
  const [zones, places, columns, industries] = await Promise.all([
    zonesByCode(db, zoneCodes),
    placesByCode(db, [...new Set([...values('province'), ...values('city'), ...hitPlaces])]),
    allColumns(db),
    zonesByIndustry(db),
  ]);
  const placeNames = Object.fromEntries([...places].map(([code, place]) => [code, place.name]));
  return {
    kind: words.kinds,
    province: placeNames,
    city: placeNames,
    zone: Object.fromEntries(zones.map((zone) => [zone.code, zone.name])),
    column: Object.fromEntries(columns.map((column) => [column.slug, column.name])),
    industry: Object.fromEntries(industries.map((industry) => [industry.code, industry.name])),
    year: {},
    language: words.languages,
  };
}
