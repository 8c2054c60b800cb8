import { eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { articles } from './tables.server.ts';

/** How many articles are public, and from how many zones. */
export async function newsTotals(db: Db): Promise<{ articles: number; zones: number }> {
  const [row] = await db
    .select({ articles: sql<number>`count(*)::int`, zones: sql<number>`count(distinct ${articles.zoneCode})::int` })
    .from(articles)
    .where(eq(articles.state, 'published'));
  return row ?? { articles: 0, zones: 0 };
}
