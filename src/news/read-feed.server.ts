import { desc, eq, inArray } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { FeedItem } from './feed.ts';
import type { ListQuery } from './list.ts';
import { listArticles } from './read-list.server.ts';
import { articles, editions } from './tables.server.ts';

/** How many articles a feed tells. */
const feedLength = 50;

/** The newest articles of a list, as its feed tells them. */
export async function feedItems(db: Db, lang: Lang, query: ListQuery): Promise<FeedItem[]> {
  const { cards } = await listArticles(db, lang, { ...query, limit: feedLength });
  if (cards.length === 0) return [];
  const rows = await db
    .select({
      id: articles.id,
      lang: editions.lang,
      title: editions.title,
      summary: editions.summary,
      source: editions.source,
      publishedAt: articles.publishedAt,
      updatedAt: editions.updatedAt,
      madeHow: editions.madeHow,
      original: editions.original,
    })
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(
      inArray(
        articles.id,
        cards.map((card) => card.id),
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.id));
  const shown = new Map(cards.map((card) => [card.id, card.lang]));
  return rows.filter((row) => shown.get(row.id) === row.lang) as FeedItem[];
}
