import { and, desc, eq, sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import { places } from '#places/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { preparedForShape, preparedOnce } from '#platform/prepared.server.ts';
import { zones } from '#zones/tables.server.ts';
import { formatCursor, type ListQuery } from './list.ts';
import { matching, published, shapeOf, valuesOf } from './read-filter.server.ts';
import { articles, editions } from './tables.server.ts';

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
  const { filter, after, limit = pageLength } = query;
  const shape = shapeOf(filter) + (after ? '_after' : '');
  const values = { ...valuesOf(filter), lang, limit: limit + 1, afterTime: after?.publishedAt, afterId: after?.id };
  const rows = await pageQuery(db, shape).execute(values);
  const cards = rows.slice(0, limit).map(toCard);
  const last = rows.length > limit ? cards.at(-1) : undefined;
  return { cards, after: last && formatCursor(last) };
}

const pageQuery = preparedForShape((db, shape) => {
  const shown = onePage(db, shape);
  return cardsOf(db, shown).prepare(`list_${shape}`);
});

function onePage(db: Db, shape: string) {
  return db
    .select(placed)
    .from(articles)
    .where(and(matching(shape), shape.endsWith('_after') ? beforeCursor : undefined))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(sql.placeholder('limit'))
    .as('shown');
}

const beforeCursor = sql`(${articles.publishedAt}, ${articles.id})
  < (${sql.placeholder('afterTime')}::timestamptz, ${sql.placeholder('afterId')}::bigint)`;

/** The newest article of each of the cities with the newest: what the home page shows under Learn. */
export async function newestByCity(db: Db, lang: Lang, cities: number): Promise<ArticleCardView[]> {
  const rows = await newestQuery(db).execute({ lang, cities });
  return rows.map(toCard);
}

const newestQuery = preparedOnce((db) => {
  const city = sql`coalesce(${articles.cityCode}, ${articles.provinceCode})`;
  const newest = db
    .selectDistinctOn([city], placed)
    .from(articles)
    .where(published)
    .orderBy(city, desc(articles.publishedAt), desc(articles.id))
    .as('newest');
  const shown = db
    .select()
    .from(newest)
    .orderBy(desc(newest.publishedAt), desc(newest.id))
    .limit(sql.placeholder('cities'))
    .as('shown');
  return cardsOf(db, shown).prepare('newest_by_city');
});

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
function cardsOf(db: Db, shown: ReturnType<typeof onePage>) {
  const words = db
    .select({ lang: editions.lang, title: editions.title, summary: editions.summary })
    .from(editions)
    .where(eq(editions.articleId, shown.id))
    .orderBy(sql`${editions.lang} = ${sql.placeholder('lang')} desc`, desc(editions.original))
    .limit(1)
    .as('words');
  return db
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
}

function toCard({ zone, city, ...row }: Awaited<ReturnType<typeof cardsOf>>[number]): ArticleCardView {
  return {
    ...row,
    ...{ zone: named(zone), city: city ? namedPlace(city) : undefined },
    // The database refuses a published article without these two.
    ...{ publishedAt: row.publishedAt as Date, column: row.column as string },
  };
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
