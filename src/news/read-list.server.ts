import { and, desc, eq, gte, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import { places } from '#places/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { formatCursor, type ListFilter, type ListQuery } from './list.ts';
import { articles, editions, newsColumns } from './tables.server.ts';

/** One line of a list, in the reader's language where an edition exists, else in the original's. */
export interface ArticleCardView {
  readonly id: number;
  readonly lang: Lang;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date;
  readonly column: string;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly city: { readonly code: string; readonly name: TwoText } | undefined;
  readonly sample: boolean;
}

export interface ArticleList {
  readonly cards: readonly ArticleCardView[];
  /** Cursor of the next page; undefined on the last one. */
  readonly after: string | undefined;
}

const pageLength = 20;

/** Published articles, newest first, a page at a time. */
export async function listArticles(db: Db, lang: Lang, query: ListQuery & { limit?: number }): Promise<ArticleList> {
  const limit = query.limit ?? pageLength;
  const rows = await cardsOf(db, lang, onePage(db, query, limit + 1));
  const cards = rows.slice(0, limit);
  const last = rows.length > limit ? cards.at(-1) : undefined;
  return { cards, after: last && formatCursor(last) };
}

function onePage(db: Db, query: ListQuery, limit: number) {
  return db
    .select(placed)
    .from(articles)
    .where(and(...conditions(query.filter), beforeCursor(query.after)))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .as('shown');
}

/** The newest article of each of the cities with the newest: what the home page shows under Learn. */
export async function newestByCity(db: Db, lang: Lang, cities: number): Promise<ArticleCardView[]> {
  const city = sql`coalesce(${articles.cityCode}, ${articles.provinceCode})`;
  const newest = db
    .selectDistinctOn([city], placed)
    .from(articles)
    .where(eq(articles.state, 'published'))
    .orderBy(city, desc(articles.publishedAt), desc(articles.id))
    .as('newest');
  const shown = db.select().from(newest).orderBy(desc(newest.publishedAt), desc(newest.id)).limit(cities).as('shown');
  return cardsOf(db, lang, shown);
}

/** What a list needs of an article before its words are looked up. */
const placed = {
  id: articles.id,
  publishedAt: articles.publishedAt,
  columnSlug: articles.columnSlug,
  zoneCode: articles.zoneCode,
  cityCode: sql<string | null>`coalesce(${articles.cityCode}, ${articles.provinceCode})`.as('city'),
  sample: articles.sample,
};

/**
 * Reads the words of the articles in `shown` and of nothing else: the list is cut to its page before anything is joined,
 * so the cost does not grow with the archive.
 */
async function cardsOf(db: Db, lang: Lang, shown: ReturnType<typeof onePage>): Promise<ArticleCardView[]> {
  const words = db
    .select({ lang: editions.lang, title: editions.title, summary: editions.summary })
    .from(editions)
    .where(eq(editions.articleId, shown.id))
    .orderBy(sql`${editions.lang} = ${lang} desc`, desc(editions.original))
    .limit(1)
    .as('words');
  const rows = await db
    .select({
      ...{ id: shown.id, sample: shown.sample, publishedAt: shown.publishedAt, column: shown.columnSlug },
      ...{ lang: words.lang, title: words.title, summary: words.summary },
      ...{ zone: zoneNames, city: placeNames },
    })
    .from(shown)
    .innerJoinLateral(words, sql`true`)
    .innerJoin(zones, eq(zones.code, shown.zoneCode))
    .leftJoin(places, eq(places.code, shown.cityCode))
    .orderBy(desc(shown.publishedAt), desc(shown.id));
  return rows.map(({ zone, city, ...row }) => ({
    ...row,
    ...{ zone: named(zone), city: city ? namedPlace(city) : undefined },
    // The database refuses a published article without these two.
    ...{ publishedAt: row.publishedAt as Date, column: row.column as string },
  }));
}

const zoneNames = { code: zones.code, zh: zones.nameZh, en: zones.nameEn };
const placeNames = { code: places.code, zh: places.nameZh, en: places.nameEn };

interface Names {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const named = ({ code, zh, en }: Names) => ({ code, name: { zh, en } });
const namedPlace = ({ code, zh, en }: Names) => ({ code, name: { zh: spokenName(zh), en } });

function conditions(filter: ListFilter): SQL[] {
  const { column, city, province, zone, year } = filter;
  return [
    eq(articles.state, 'published'),
    ...(column
      ? [sql`${articles.columnSlug} in (select slug from ${newsColumns} where slug = ${column} or parent = ${column})`]
      : []),
    ...(city ? [inCity(city)] : []),
    ...(province ? [eq(articles.provinceCode, province)] : []),
    ...(zone ? [eq(articles.zoneCode, zone)] : []),
    ...(year
      ? [gte(articles.publishedAt, startOf(Number(year))), lt(articles.publishedAt, startOf(Number(year) + 1))]
      : []),
  ];
}

/** A municipality such as Tianjin is a city too: its articles carry the province's code and no city's. */
function inCity(code: string): SQL {
  return code.endsWith('0000') ? eq(articles.provinceCode, code) : eq(articles.cityCode, code);
}

function beforeCursor(after: ListQuery['after']): SQL | undefined {
  if (!after) return undefined;
  const sameTime = and(eq(articles.publishedAt, after.publishedAt), lt(articles.id, after.id));
  return or(lt(articles.publishedAt, after.publishedAt), sameTime);
}

/** The first instant of a year on China's clock. */
function startOf(year: number): Date {
  return new Date(`${year}-01-01T00:00:00+08:00`);
}

/** How many published articles each value of each filter would show, the other filters applied. */
export interface ListCounts {
  readonly column: readonly { readonly value: string; readonly count: number }[];
  readonly city: readonly { readonly value: string; readonly name: TwoText; readonly count: number }[];
  readonly year: readonly { readonly value: string; readonly count: number }[];
}

/** All filters in one statement: a list is asked for often, and each statement is a trip. */
export async function countArticles(db: Db, filter: ListFilter): Promise<ListCounts> {
  const others = (key: keyof ListFilter) => and(...conditions({ ...filter, [key]: undefined }));
  const { rows } = await db.execute<CountRow>(sql`
    select 'column' as facet, column_slug as value, null as zh, null as en, count(*)::int as count
      from article where ${others('column')} group by column_slug
    union all select * from (
      select 'city', p.code, p.name_zh, p.name_en, count(*)::int
        from article join place p on p.code = coalesce(article.city_code, article.province_code)
        where ${others('city')} group by p.code order by 5 desc, 2 limit 30) cities
    union all select * from (
      select 'year', extract(year from published_at at time zone 'Asia/Shanghai')::text, null, null, count(*)::int
        from article where ${others('year')} group by 2 order by 2 desc) years`);
  const of = (facet: CountRow['facet']) => rows.filter((row) => row.facet === facet);
  return {
    column: of('column'),
    city: of('city').map((row) => ({ ...row, name: { zh: spokenName(row.zh ?? ''), en: row.en ?? '' } })),
    year: of('year'),
  };
}

type CountRow = {
  facet: 'column' | 'city' | 'year';
  value: string;
  zh: string | null;
  en: string | null;
  count: number;
};
