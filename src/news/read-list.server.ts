import { and, desc, eq, gte, isNotNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
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
  const rows = await cardQuery(db, lang)
    .where(and(...conditions(query.filter), beforeCursor(query.after)))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(limit + 1);
  const cards = rows.slice(0, limit).map(toCard);
  const last = rows.length > limit ? cards.at(-1) : undefined;
  return { cards, after: last && formatCursor(last) };
}

/** The newest articles of each of the newest cities: what the home page shows under Learn. */
export async function newestByCity(db: Db, lang: Lang, cities: number): Promise<ArticleCardView[]> {
  const newest = db
    .selectDistinctOn([sql`coalesce(${articles.cityCode}, ${articles.provinceCode})`], { id: articles.id })
    .from(articles)
    .where(eq(articles.state, 'published'))
    .orderBy(sql`coalesce(${articles.cityCode}, ${articles.provinceCode})`, desc(articles.publishedAt));
  const rows = await cardQuery(db, lang)
    .where(sql`${articles.id} in (${newest})`)
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(cities);
  return rows.map(toCard);
}

function cardQuery(db: Db, lang: Lang) {
  const shown = sql`(select lang from edition where article_id = ${articles.id} order by lang = ${lang} desc, original desc limit 1)`;
  return db
    .select({
      id: articles.id,
      lang: editions.lang,
      title: editions.title,
      summary: editions.summary,
      publishedAt: articles.publishedAt,
      column: articles.columnSlug,
      zoneCode: zones.code,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      cityCode: places.code,
      cityZh: places.nameZh,
      cityEn: places.nameEn,
      sample: articles.sample,
    })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.lang, shown)))
    .innerJoin(zones, eq(zones.code, articles.zoneCode))
    .leftJoin(places, eq(places.code, sql`coalesce(${articles.cityCode}, ${articles.provinceCode})`))
    .$dynamic();
}

type CardRow = Awaited<ReturnType<typeof cardQuery>>[number];

function toCard(row: CardRow): ArticleCardView {
  const { id, lang, title, summary, sample } = row;
  const city = row.cityCode ? { code: row.cityCode, name: { zh: row.cityZh ?? '', en: row.cityEn ?? '' } } : undefined;
  const zone = { code: row.zoneCode, name: { zh: row.zoneZh, en: row.zoneEn } };
  // The database refuses a published article without these two.
  return {
    id,
    lang,
    title,
    summary,
    sample,
    zone,
    city,
    publishedAt: row.publishedAt as Date,
    column: row.column as string,
  };
}

function conditions(filter: ListFilter): SQL[] {
  const { column, city, province, zone, year } = filter;
  return [
    eq(articles.state, 'published'),
    ...(column
      ? [sql`${articles.columnSlug} in (select slug from ${newsColumns} where slug = ${column} or parent = ${column})`]
      : []),
    ...(city ? [eq(articles.cityCode, city)] : []),
    ...(province ? [eq(articles.provinceCode, province)] : []),
    ...(zone ? [eq(articles.zoneCode, zone)] : []),
    ...(year
      ? [gte(articles.publishedAt, startOf(Number(year))), lt(articles.publishedAt, startOf(Number(year) + 1))]
      : []),
  ];
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

export async function countArticles(db: Db, filter: ListFilter): Promise<ListCounts> {
  const year = sql<string>`to_char(${articles.publishedAt} at time zone 'Asia/Shanghai', 'YYYY')`;
  const count = sql<number>`count(*)::int`;
  const others = (key: keyof ListFilter) => and(...conditions({ ...filter, [key]: undefined }));
  const [column, city, years] = await Promise.all([
    db
      .select({ value: sql<string>`${articles.columnSlug}`, count })
      .from(articles)
      .where(others('column'))
      .groupBy(articles.columnSlug),
    db
      .select({ value: places.code, zh: places.nameZh, en: places.nameEn, count })
      .from(articles)
      .innerJoin(places, eq(places.code, articles.cityCode))
      .where(and(others('city'), isNotNull(articles.cityCode)))
      .groupBy(places.code)
      .orderBy(desc(count), places.code)
      .limit(30),
    db.select({ value: year, count }).from(articles).where(others('year')).groupBy(year).orderBy(desc(year)),
  ]);
  return { column, city: city.map(({ zh, en, ...rest }) => ({ ...rest, name: { zh, en } })), year: years };
}
