import { and, asc, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { areaBands, bandEnds } from './bands.ts';
import {
  facetKeys,
  formatCursor,
  type DirectoryFilter,
  type DirectoryQuery,
  type FacetKey,
  type Sort,
} from './directory.ts';
import type { CountedValue } from './facets.ts';
import { industriesOf } from './read.server.ts';
import { selectSummaries, summaryOf } from './read-summary.server.ts';
import { zones } from './tables.server.ts';
import type { ListedZone, ZoneDot, ZoneSummary } from './zone.ts';

const decade = sql<string>`coalesce((${zones.approvedYear} / 10 * 10)::text, 'none')`;
const area = sql<string>`case ${sql.join(areaBands.filter((band) => band !== 'none').map(whenInBand), sql` `)} else 'none' end`;

function whenInBand(band: string): SQL {
  const { from, to } = bandEnds(band);
  const below = to === undefined ? sql`` : sql` and ${zones.areaHectares} < ${sql.raw(String(to))}`;
  return sql`when ${zones.areaHectares} >= ${sql.raw(String(from))}${below} then ${sql.raw(`'${band}'`)}`;
}

/** What each filter compares; the industry is a table of its own. */
const facetValue: Readonly<Record<Exclude<FacetKey, 'industry'>, SQL>> = {
  province: sql`${zones.provinceCode}`,
  city: sql`${zones.cityCode}`,
  level: sql`${zones.level}`,
  type: sql`${zones.type}`,
  decade,
  area,
};

function facetCondition(key: FacetKey, value: string): SQL {
  if (key !== 'industry') return sql`${facetValue[key]} = ${value}`;
  return sql`${zones.code} in (select zone_code from zone_industry where industry_code = ${value})`;
}

/** Every word has to stand in a name, in another name, or at the beginning of the code. */
function textCondition(q: string): SQL {
  const each = q.split(' ').map((word) => {
    const like = containing(word);
    return sql`(${zones.nameZh} ilike ${like} or ${zones.nameEn} ilike ${like} or starts_with(${zones.code}, ${word})
      or ${zones.code} in (select zone_code from zone_alias where alias ilike ${like}))`;
  });
  return sql.join(each, sql` and `);
}

/** The conditions of the chosen values; one facet can be left out to count what its other values would show. */
function chosen(filter: DirectoryFilter, without?: FacetKey): SQL {
  const all = facetKeys.flatMap((key) => {
    const value = filter[key];
    return value && key !== without ? [facetCondition(key, value)] : [];
  });
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

function matches({ q }: DirectoryFilter): SQL {
  return q ? textCondition(q) : sql`true`;
}

function conditions(filter: DirectoryFilter): SQL {
  return sql`${matches(filter)} and ${chosen(filter)}`;
}

/** How many zones each value of each filter would show with the other filters as they are, and how many there are now. */
export async function countFacets(db: Db, filter: DirectoryFilter): Promise<CountedValue[]> {
  const plain = facetKeys
    .filter((key) => key !== 'industry')
    .map((key) => {
      const value = facetValue[key];
      return sql`select ${sql.raw(`'${key}'`)} as facet, ${value} as value, count(*)::int as count from found zone
      where ${chosen(filter, key)} and ${value} is not null group by 2`;
    });
  const industry = sql`select 'industry', industry_code, count(distinct zone_code)::int from zone_industry
    join found zone on zone.code = zone_code where ${chosen(filter, 'industry')} and industry_code is not null group by 2`;
  const total = sql`select 'total', 'total', count(*)::int from found zone where ${chosen(filter)}`;
  const { rows } = await db.execute<FacetRow>(sql`
    with found as ${filter.q ? sql`materialized` : sql`not materialized`} (select code, province_code, city_code, level, type,
      approved_year, area_hectares from zone where ${matches(filter)})
    select counted.*, coalesce(place.name_zh, industry.name_zh) as zh, coalesce(place.name_en, industry.name_en) as en
    from (${sql.join([...plain, industry, total], sql` union all `)}) counted
    left join place on facet in ('province', 'city') and place.code = value
    left join industry on facet = 'industry' and industry.code = value
    order by facet, count desc, value`);
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: zh === null ? undefined : { zh, en: en ?? zh } }));
}

type FacetRow = Omit<CountedValue, 'name'> & { zh: string | null; en: string | null } & Record<string, unknown>;

export interface DirectoryPage {
  readonly zones: readonly ListedZone[];
  /** Where the next page begins; undefined on the last one. */
  readonly after: string | undefined;
}

export const pageSize = 50;

/** What each order sorts by, smallest first, and how its value is written in an address. */
const order: Readonly<Record<Sort, { key: SQL<string>; type: SQL }>> = {
  code: { key: sql<string>`${zones.code}`, type: sql`text` },
  name: { key: sql<string>`lower(${zones.nameEn})`, type: sql`text` },
  area: { key: sql<string>`(-coalesce(${zones.areaHectares}, -1))`, type: sql`numeric` },
  year: {
    key: sql<string>`(-coalesce(${zones.approvedYear} * 100 + coalesce(${zones.approvedMonth}, 0), -1))`,
    type: sql`numeric`,
  },
};

/** One page of the directory. */
export async function listZones(db: Db, query: DirectoryQuery & { limit?: number }): Promise<DirectoryPage> {
  const { key, type } = order[query.sort];
  const { after, limit = pageSize } = query;
  const behind = after && sql`(${key}, ${zones.code}) > (${after.key}::${type}, ${after.code})`;
  const rows = await selectSummaries(db)
    .where(and(conditions(query.filter), behind))
    .orderBy(key, asc(zones.code))
    .limit(limit + 1);
  const shown = rows.slice(0, limit).map(summaryOf);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const terms = await industriesOf(
    db,
    shown.map((zone) => zone.code),
  );
  return {
    zones: shown.map((zone) => ({ ...zone, industries: terms.get(zone.code) ?? [] })),
    after: last && formatCursor({ key: cursorKey(query.sort, last), code: last.code }),
  };
}

function cursorKey(sort: Sort, zone: ZoneSummary): string {
  if (sort === 'name') return zone.name.en.toLowerCase();
  if (sort === 'area') return String(-(zone.areaHectares ?? -1));
  if (sort === 'year') return String(-(zone.approvedYear ? zone.approvedYear * 100 + (zone.approvedMonth ?? 0) : -1));
  return zone.code;
}

/** Every zone that fits, for a file. */
export async function allListed(db: Db, { filter, sort }: Omit<DirectoryQuery, 'after'>): Promise<ListedZone[]> {
  const rows = await selectSummaries(db).where(conditions(filter)).orderBy(order[sort].key, asc(zones.code));
  const terms = await industriesOf(
    db,
    rows.map((row) => row.code),
  );
  return rows.map((row) => ({ ...summaryOf(row), industries: terms.get(row.code) ?? [] }));
}

/** Every zone that has a location, and whether the filter shows it. */
export async function zoneDots(db: Db, filter: DirectoryFilter = {}): Promise<ZoneDot[]> {
  const { rows } = await db.execute<ZoneDot>(sql`
    select code, lng, lat, level, location_basis as basis, (${conditions(filter)}) as hit from zone where lng is not null`);
  return rows;
}
