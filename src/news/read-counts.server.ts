import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import type { Db } from '#platform/database.server.ts';
import { preparedForShape } from '#platform/prepared.server.ts';
import type { ListFilter } from './list.ts';
import { columnAsJson, type ColumnView } from './read-columns.server.ts';
import { matching, shapeOf, valuesOf } from './read-filter.server.ts';

/** How many published articles each value of each filter would show, the other filters applied. */
export interface ListCounts {
  /** Every column, in the order the site shows them. */
  readonly columns: readonly (ColumnView & { readonly count: number })[];
  readonly cities: readonly { readonly value: string; readonly name: TwoText; readonly count: number }[];
  readonly years: readonly { readonly value: string; readonly count: number }[];
}

/**
 * All filters in one statement: a list is asked for often, and each statement is a trip. Years are those of China's clock,
 * by its distance, which is what the filter asks too; by its name PostgreSQL would look up its history for each article.
 */
const countsQuery = preparedForShape((db, shape) =>
  db
    .select({
      columns: sql<{ column: ColumnView; count: number }[]>`(
        select json_agg(json_build_object('column', ${columnAsJson}, 'count', coalesce(n.count, 0)) order by position, slug)
        from news_column left join (
          select column_slug, count(*) from article where ${matching(shape, 'column')} group by 1) n on n.column_slug = slug
        where not retired or n.count > 0)`,
      cities: sql<ListCounts['cities']>`(
        select coalesce(json_agg(json_build_object('value', code, 'count', count,
          'name', json_build_object('zh', name_zh, 'en', name_en)) order by count desc, code), '[]')
        from (select p.code, p.name_zh, p.name_en, n.count from place p join (
            select coalesce(city_code, province_code) as code, count(*) from article
            where ${matching(shape, 'city', 'municipality')} group by 1) n on n.code = p.code
          order by n.count desc, p.code limit 30) city)`,
      years: sql<ListCounts['years']>`(
        select coalesce(json_agg(json_build_object('value', year::text, 'count', count) order by year desc), '[]')
        from (select date_part('year', published_at at time zone interval '8 hours')::int as year, count(*)
          from article where ${matching(shape, 'year')} group by 1) n)`,
    })
    .from(sql`(select) as one`)
    .prepare(`list_counts_${shape}`),
);

export async function countArticles(db: Db, filter: ListFilter): Promise<ListCounts> {
  const [counted] = await countsQuery(db, shapeOf(filter)).execute(valuesOf(filter));
  const { columns, cities, years } = counted ?? { columns: [], cities: [], years: [] };
  return {
    columns: columns.map(({ column, count }) => ({ ...column, count })),
    cities: cities.map((city) => ({ ...city, name: { zh: spokenName(city.name.zh), en: city.name.en } })),
    years,
  };
}
