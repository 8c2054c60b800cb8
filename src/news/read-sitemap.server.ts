import { and, asc, desc, eq, gt, gte, lte, max, sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { addressesInFile, type NewsItem, type SitemapPage } from '#publishing/sitemap.ts';
import { articlePath } from './article.ts';
import { articles, editions } from './tables.server.ts';

const published = eq(articles.state, 'published');

/** How many sitemap files articles need: a file holds a stretch of ids, so that it is found without counting. */
export async function articleSitemapParts(db: Db): Promise<number> {
  const [row] = await db
    .select({ last: max(articles.id) })
    .from(articles)
    .where(published);
  return Math.ceil((row?.last ?? 0) / addressesInFile);
}

/** The public articles with an edition in that language, of one stretch of ids. */
export async function articlesForSitemap(db: Db, lang: Lang, part: number): Promise<SitemapPage[]> {
  const rows = await db
    .select({
      id: articles.id,
      changedAt: editions.updatedAt,
      langs: sql<
        Lang[]
      >`(select array_agg(e.lang order by e.lang desc) from ${editions} e where e.article_id = ${articles.id})`,
    })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.lang, lang)))
    .where(and(published, gt(articles.id, (part - 1) * addressesInFile), lte(articles.id, part * addressesInFile)))
    .orderBy(asc(articles.id));
  return rows.map(({ id, changedAt, langs }) => ({ path: articlePath(id), langs, changedAt }));
}

/** What news search engines want to hear of: two days, and a thousand articles at most. */
const newsDays = 2;
const newsItems = 1000;

/** The originals published in the last two days; sample content is no news. */
export async function latestNews(db: Db, now: Date): Promise<NewsItem[]> {
  const since = new Date(now.getTime() - newsDays * 86_400_000);
  const rows = await db
    .select({ id: articles.id, lang: editions.lang, title: editions.title, publishedAt: articles.publishedAt })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), editions.original))
    .where(and(published, eq(articles.sample, false), gte(articles.publishedAt, since), lte(articles.publishedAt, now)))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(newsItems);
  return rows.flatMap(({ id, publishedAt, ...row }) =>
    publishedAt ? [{ ...row, publishedAt, path: articlePath(id) }] : [],
  );
}
