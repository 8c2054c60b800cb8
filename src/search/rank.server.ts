import { sql, type SQL } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { looseQuery, poolSize, rarity, type Candidates } from './candidates.server.ts';
import type { Facet } from './filter.ts';
import type { Group } from './groups.server.ts';
import type { Statistics } from './statistics.server.ts';

export interface Ranking {
  /** Row ids of the page asked for, best first. */
  readonly ids: readonly number[];
  /** Records among the rows looked at. */
  readonly count: number;
  /** Rows looked at: when it is the limit, there are more. */
  readonly looked: number;
  readonly facets: readonly { readonly facet: Facet; readonly value: string; readonly count: number }[];
}

export interface ToRank {
  readonly candidates: Candidates;
  readonly groups: readonly Group[];
  readonly phrases: readonly string[];
  /** The whole query as a name. */
  readonly name: string;
  /** Share of the query's weight that a row must hold to count as a hit. */
  readonly least: number;
  readonly lang: Lang;
  readonly offset: number;
  readonly limit: number;
}

/** Twice the pool: estimates may be off by that much before the newest are lost. */
export const mostRows = poolSize * 2;

/** Weights of pairs, body words, other names and the title. */
const weights = '{0.12, 0.45, 0.8, 1}';

/** Ranks the candidates and counts them by facet, in one statement: nothing but the answer leaves the database. */
export async function rank(db: Db, asked: ToRank, statistics: Statistics): Promise<Ranking> {
  const { rows } = await db.execute<{
    ids: number[] | null;
    count: number;
    looked: number;
    facets: Ranking['facets'] | null;
  }>(sql`
    with pool as (
      select id, kind, record, lang, at, zone, province, city, column_slug, industries, year, words, standing, terms
      from search_entry where terms @@ ${asked.candidates.tsquery}::tsquery ${phraseCheck(asked.phrases)} limit ${mostRows}::int
    ), rated as (
      select id, kind, record, lang, at, zone, province, city, column_slug, industries, year,
        ${fit(asked.groups, statistics)} as fit, ts_rank(${weights}::real[], t, ${nameQuery(asked.name)}::tsquery) as named, words, standing
      -- Terms too long for their row are fetched once here, not once for each word of the query.
      from pool cross join lateral (select terms || ''::tsvector as t offset 0) as fetched
      -- Kept apart, or fit would be worked out twice: for the filter and for the score.
      offset 0
    ), hit as materialized (
      select *, ${score} as score from rated where fit >= ${asked.least * fullFit(asked.groups, statistics)}::float8
    ), found as materialized (
      select distinct on (kind, record) *, max(score) over (partition by kind, record) as best
      from hit order by kind, record, (lang = ${asked.lang}) desc, score desc
    )
    select (select count(*) from pool)::int as looked, (select count(*) from found)::int as count,
      (select array_agg(id order by best desc, at desc nulls last, id) from (
        select id, best, at from found order by best desc, at desc nulls last, id limit ${asked.limit} offset ${asked.offset}
      ) as page) as ids,
      (select json_agg(json_build_object('facet', facet, 'value', value, 'count', count)) from (${facetCounts}) as counted) as facets`);
  const { ids, count = 0, looked = 0, facets } = rows[0] ?? {};
  return { ids: (ids ?? []).map(Number), count, looked, facets: facets ?? [] };
}

/** A phrase must stand in the text as it was written in the query. */
function phraseCheck(phrases: readonly string[]): SQL {
  const checks = phrases.map(
    (phrase) => sql`and strpos(coalesce(folded, lower(title || E'\n' || body)), ${phrase}) > 0`,
  );
  return sql.join(checks, sql` `);
}

function nameQuery(name: string): string {
  const lexeme = `'=${name.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  return /^[a-z ]+$/.test(name) ? `${lexeme} | '~${name.replaceAll(' ', '')}'` : lexeme;
}

/** For each group how well the row holds it (0 to 1, more for title and repetition) times how rare it is. */
function fit(groups: readonly Group[], statistics: Statistics): SQL {
  if (groups.length === 0) return sql`1::float8`;
  const parts = groups.map((group) => {
    const { tsquery, lexemes } = looseQuery(group);
    return sql`${rarity(group, statistics)}::float8 * least(1, ${lexemes}::int * ts_rank(${weights}::real[], t, ${tsquery}::tsquery))`;
  });
  return sql`(${sql.join(parts, sql` + `)})`;
}

/** What `fit` would be if every group stood in the title. */
function fullFit(groups: readonly Group[], statistics: Statistics): number {
  return groups.reduce((sum, group) => sum + rarity(group, statistics), 0);
}

/** A long text holds a word by chance, news ages, and who types the name of a zone wants the zone. */
const score = sql`(
  fit / (0.75 + 0.25 * least(4, words / 300.0))
  * (1 + 0.25 * exp(-greatest(0, extract(epoch from now() - coalesce(at, now() - interval '1 year'))) / 31557600))
  * case kind when 'zone' then 1.15 when 'place' then 1.05 else 1 end
  + named * case kind when 'zone' then 1000 when 'place' then 950 else 100 end)
  * (1 + 0.15 * standing)`;

const facetCounts = sql`
  select case grouping(kind, province, city, zone, column_slug, year)
      when 31 then 'kind' when 47 then 'province' when 55 then 'city' when 59 then 'zone' when 61 then 'column' else 'year' end as facet,
    coalesce(kind, province, city, zone, column_slug, year::text) as value, count(*)::int as count
  from found group by grouping sets (kind, province, city, zone, column_slug, year)
  having coalesce(kind, province, city, zone, column_slug, year::text) is not null
  union all
  select 'industry', industry, count(*)::int from found, unnest(industries) as industry group by industry
  union all
  select 'language', lang, count(*)::int from hit group by lang`;
