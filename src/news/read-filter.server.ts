import { and, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { ListFilter } from './list.ts';
import { articles, newsColumns } from './tables.server.ts';

const given = (name: string) => sql.placeholder(name);

/**
 * What each filter asks of an article, its value left open: a query with these is prepared once. The column's own list
 * is looked up once for the query, not once for each article.
 */
const tests = {
  column: sql`${articles.columnSlug} = any(array(
    select slug from ${newsColumns} where slug = ${given('column')} or parent = ${given('column')}))`,
  city: eq(articles.cityCode, given('city')),
  // A municipality such as Tianjin is a city too: its articles carry the province's code and no city's.
  municipality: eq(articles.provinceCode, given('city')),
  province: eq(articles.provinceCode, given('province')),
  zone: eq(articles.zoneCode, given('zone')),
  year: sql`(${gte(articles.publishedAt, given('from'))} and ${lt(articles.publishedAt, given('until'))})`,
};

/** Written out, not a parameter: only so do prepared plans use the indexes of what is published. */
export const published = sql`${articles.state} = 'published'`;

/** Which filters are set, in one word: the shape of the query. */
export function shapeOf({ column, city, province, zone, year }: ListFilter): string {
  const kindOfCity = city?.endsWith('0000') ? 'municipality' : 'city';
  const set = { column, [kindOfCity]: city, province, zone, year };
  return Object.entries(set)
    .flatMap(([name, value]) => (value ? [name] : []))
    .join('_');
}

/** The condition of a shape, without the filter `except`. */
export function matching(shape: string, ...except: (keyof typeof tests)[]): SQL {
  const left: readonly string[] = except;
  const asked = shape.split('_').filter((name) => !left.includes(name));
  const conditions = asked.flatMap((name) => (name in tests ? [tests[name as keyof typeof tests]] : []));
  return and(published, ...conditions) ?? published;
}

/** The values a shape leaves open. */
export function valuesOf({ year, ...filter }: ListFilter) {
  return year ? { ...filter, from: startOf(Number(year)), until: startOf(Number(year) + 1) } : filter;
}

/** The first instant of a year on China's clock. */
function startOf(year: number): Date {
  return new Date(`${year}-01-01T00:00:00+08:00`);
}
