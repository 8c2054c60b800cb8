import { asc } from 'drizzle-orm';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { SitemapPage } from '#publishing/sitemap.ts';
import { zones } from './tables.server.ts';

/** Every zone: there are a few thousand, so one file holds them. */
export async function zonesForSitemap(db: Db): Promise<SitemapPage[]> {
  const rows = await db.select({ code: zones.code }).from(zones).orderBy(asc(zones.code));
  return rows.map(({ code }) => ({ path: `/zones/${code}`, langs }));
}
