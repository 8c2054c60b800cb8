import { and, desc, eq, sql } from 'drizzle-orm';
import { articles, editions } from '#news/tables.server.ts';
import type { Db } from '#platform/database.server.ts';

/** Whether an article is one that the zone has published. */
export async function isArticleOf(db: Db, zone: string, article: number): Promise<boolean> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, article), eq(articles.zoneCode, zone), eq(articles.state, 'published')));
  return rows.length > 0;
}

const mostChoices = 60;

/** The zone's newest articles, and the one that is chosen already: where a plan may have been announced. */
export async function articleChoices(db: Db, zone: string, chosen: number | null) {
  const rows = await db
    .select({ value: sql<string>`${articles.id}::text`, title: editions.title })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.original, true)))
    .where(and(eq(articles.zoneCode, zone), eq(articles.state, 'published')))
    .orderBy(sql`${articles.id} = ${chosen ?? 0} desc`, desc(articles.publishedAt), desc(articles.id))
    .limit(mostChoices);
  return rows.map(({ value, title }) => ({ value, label: { zh: title, en: title } }));
}
