import { sql, type SQL } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import {
  facetKeys,
  formatCursor,
  type FacetKey,
  type OrganisationFilter,
  type OrganisationQuery,
  type Sort,
} from './directory.ts';
import type { CountedValue } from './facets.ts';
import type { InstituteKind, OrganisationKind, OrganisationSize } from './organisation.ts';

/** An organisation as lists show it. */
export interface ListedOrganisation {
  readonly id: number;
  readonly kind: OrganisationKind;
  readonly instituteKind: InstituteKind | null;
  readonly name: TwoText;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly city: { readonly code: string; readonly name: TwoText } | null;
  readonly industries: readonly { readonly code: string; readonly name: TwoText }[];
  readonly size: OrganisationSize | null;
  readonly creditCode: string | null;
  readonly summary: TwoText;
  readonly website: string;
  readonly sample: boolean;
}

/** Public organisations with the places they are in: their own, or those of the zone that keeps them. */
const found = (q: string | undefined) => sql`(
  select o.*, z.name_zh as zone_zh, z.name_en as zone_en, coalesce(p.province_code, z.province_code) as province,
    case when p.code is null then z.city_code else p.city_code end as city
  from organisation o join zone z on z.code = o.zone_code left join place p on p.code = o.place_code
  where o.is_public and o.merged_into is null and ${matching(q)})`;

/** Every word has to stand in one of its names, or be its credit code. */
function matching(q: string | undefined): SQL {
  if (!q) return sql`true`;
  const each = q.split(' ').map((word) => {
    const like = containing(word);
    return sql`(o.name_zh ilike ${like} or o.name_en ilike ${like} or lower(o.credit_code) = ${word}
      or o.id in (select organisation_id from organisation_name where name ilike ${like}))`;
  });
  return sql.join(each, sql` and `);
}

/** What each filter asks of a row `f`. */
const fits: Readonly<Record<FacetKey, (value: string) => SQL>> = {
  kind: (value) => sql`f.kind = ${value}`,
  institute: (value) => sql`f.institute_kind = ${value}`,
  zone: (value) => sql`f.zone_code = ${value}`,
  province: (value) => sql`f.province = ${value}`,
  city: (value) => sql`f.city = ${value}`,
  size: (value) => sql`f.size = ${value}`,
  industry: (value) => sql`${value} = any(f.industries)`,
  discipline: (value) => sql`exists (select from unnest(f.disciplines) one where left(one, 3) = ${value})`,
  honour: (value) => sql`f.id in (select organisation_id from organisation_honour where level = ${value})`,
};

/** Where each filter's values come from, one row `v` for each value an organisation has. */
const valuesOf: Readonly<Record<FacetKey, SQL>> = {
  kind: sql`(select f.kind as value)`,
  institute: sql`(select f.institute_kind as value)`,
  zone: sql`(select f.zone_code as value)`,
  province: sql`(select f.province as value)`,
  city: sql`(select f.city as value)`,
  size: sql`(select f.size as value)`,
  industry: sql`(select distinct one as value from unnest(f.industries) one)`,
  discipline: sql`(select distinct left(one, 3) as value from unnest(f.disciplines) one)`,
  honour: sql`(select distinct level as value from organisation_honour h where h.organisation_id = f.id)`,
};

function chosen(filter: OrganisationFilter, without?: FacetKey): SQL {
  const all = facetKeys.flatMap((key) => {
    const value = filter[key];
    return value && key !== without ? [fits[key](value)] : [];
  });
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

const nameOfValue = sql`
  left join place on facet in ('province', 'city') and place.code = value
  left join zone on facet = 'zone' and zone.code = value
  left join industry on facet = 'industry' and industry.code = value
  left join discipline on facet = 'discipline' and discipline.code = value`;
const valueNames = sql`coalesce(place.name_zh, zone.name_zh, industry.name_zh, discipline.name_zh) as zh,
  coalesce(place.name_en, zone.name_en, industry.name_en, nullif(discipline.name_en, '')) as en`;

/** How many organisations each value of each filter would show with the other filters as they are, and how many now. */
export async function countFacets(db: Db, filter: OrganisationFilter): Promise<CountedValue[]> {
  const each = facetKeys.map(
    (key) => sql`select ${sql.raw(`'${key}'`)} as facet, v.value, count(*)::int as count
      from found f cross join lateral ${valuesOf[key]} v where ${chosen(filter, key)} and v.value is not null group by 2`,
  );
  const total = sql`select 'total', 'total', count(*)::int from found f where ${chosen(filter)}`;
  const { rows } = await db.execute<Omit<CountedValue, 'name'> & { zh: string | null; en: string | null }>(sql`
    with found as materialized ${found(filter.q)}
    select counted.*, ${valueNames} from (${sql.join([...each, total], sql` union all `)}) counted ${nameOfValue}
    order by facet, count desc, value`);
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: zh === null ? undefined : { zh, en: en ?? zh } }));
}

/** What the chosen places, zone, industry and discipline are called, by filter and value. */
export async function chosenNames(db: Db, filter: OrganisationFilter): Promise<Map<string, TwoText>> {
  const keys = (['province', 'city', 'zone', 'industry', 'discipline'] as const).filter((key) => filter[key]);
  if (keys.length === 0) return new Map();
  const { rows } = await db.execute<{ facet: string; value: string; zh: string | null; en: string | null }>(sql`
    select facet, value, ${valueNames} from unnest(${sql.param(keys)}::text[],
      ${sql.param(keys.map((key) => filter[key]))}::text[]) as asked (facet, value) ${nameOfValue}`);
  return new Map(
    rows.flatMap(({ facet, value, zh, en }) => (zh === null ? [] : [[`${facet} ${value}`, { zh, en: en ?? zh }]])),
  );
}

export const pageSize = 50;
/** A file of the directory ends somewhere: more than this is asked for zone by zone. */
const mostInFile = 20_000;

interface Listed extends Record<string, unknown> {
  id: string;
  kind: OrganisationKind;
  institute_kind: InstituteKind | null;
  name_zh: string;
  name_en: string;
  zone_code: string;
  zone_zh: string;
  zone_en: string;
  city: string | null;
  city_zh: string | null;
  city_en: string | null;
  industries: { code: string; zh: string; en: string }[];
  size: OrganisationSize | null;
  credit_code: string | null;
  summary_zh: string;
  summary_en: string;
  website: string;
  sample: boolean;
}

/** The order of the list, and what lies behind the place where the page before ended. */
function pageOf(sort: Sort, after: OrganisationQuery['after']): { order: SQL; behind: SQL } {
  if (sort === 'name') {
    const behind = after ? sql`(f.name_zh collate "C", f.id) > (${after.name}, ${after.id})` : sql`true`;
    return { order: sql`f.name_zh collate "C", f.id`, behind };
  }
  return { order: sql`f.id desc`, behind: after ? sql`f.id < ${after.id}` : sql`true` };
}

/** One page of the directory, and where the next one begins. */
export async function listOrganisations(
  db: Db,
  { filter, sort, after, limit = pageSize }: OrganisationQuery & { limit?: number },
): Promise<{ organisations: ListedOrganisation[]; after: string | undefined }> {
  const { order, behind } = pageOf(sort, after);
  const { rows } = await db.execute<Listed>(sql`
    with page as (select f.* from ${found(filter.q)} f
      where ${chosen(filter)} and ${behind} order by ${order} limit ${limit + 1})
    select f.id, f.kind, institute_kind, f.name_zh, f.name_en, zone_code, zone_zh, zone_en, city,
      c.name_zh as city_zh, c.name_en as city_en, size, credit_code, summary_zh, summary_en, website, sample,
      (select coalesce(json_agg(json_build_object('code', i.code, 'zh', i.name_zh, 'en', i.name_en) order by i.position), '[]')
        from industry i where i.code = any(f.industries)) as industries
    from page f left join place c on c.code = f.city order by ${order}`);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    organisations: shown.map(listed),
    after: last && formatCursor({ name: sort === 'name' ? last.name_zh : '', id: Number(last.id) }),
  };
}

/** Every organisation that fits, for a file. */
export async function allListed(db: Db, query: Omit<OrganisationQuery, 'after'>): Promise<ListedOrganisation[]> {
  return (await listOrganisations(db, { ...query, limit: mostInFile })).organisations;
}

function listed(row: Listed): ListedOrganisation {
  const { city, city_zh: zh, city_en: en } = row;
  return {
    ...{ id: Number(row.id), kind: row.kind, instituteKind: row.institute_kind, size: row.size },
    ...{ creditCode: row.credit_code, website: row.website, sample: row.sample },
    name: { zh: row.name_zh, en: row.name_en || row.name_zh },
    zone: { code: row.zone_code, name: { zh: row.zone_zh, en: row.zone_en } },
    city: city !== null && zh !== null ? { code: city, name: { zh, en: en ?? zh } } : null,
    industries: row.industries.map(({ code, ...name }) => ({ code, name })),
    summary: { zh: row.summary_zh, en: row.summary_en },
  };
}
