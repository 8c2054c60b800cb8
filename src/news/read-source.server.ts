import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { articles } from './tables.server.ts';

type Article = Pick<typeof articles.$inferSelect, 'id' | 'sourceAddress' | 'zoneCode'>;

/** Whether that zone has an article from the same page already: of one page, a zone holds one. */
export async function isHeldIn(db: Db, { id, sourceAddress, zoneCode }: Article, zone: string): Promise<boolean> {
  if (sourceAddress === null || zoneCode === zone) return false;
  const found = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.sourceAddress, sourceAddress), eq(articles.zoneCode, zone), ne(articles.id, id)));
  return found.length > 0;
}
