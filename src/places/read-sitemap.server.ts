import { asc } from 'drizzle-orm';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { SitemapPage } from '#publishing/sitemap.ts';
import { places } from './tables.server.ts';

/** Every place: there are a few thousand, so one file holds them. */
export async function placesForSitemap(db: Db): Promise<SitemapPage[]> {
  const rows = await db.select({ code: places.code }).from(places).orderBy(asc(places.code));
  return rows.map(({ code }) => ({ path: `/places/${code}`, langs }));
}
