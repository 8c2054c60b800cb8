import { desc } from 'drizzle-orm';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { addressesInFile, type SitemapPage } from '#publishing/sitemap.ts';
import { eventPath } from './event.ts';
import { isPublic } from './read-list.server.ts';
import { events } from './tables.server.ts';

/** The newest events; a site with more has had them for centuries. */
export async function eventsForSitemap(db: Db): Promise<SitemapPage[]> {
  const rows = await db
    .select({ id: events.id, updatedAt: events.updatedAt })
    .from(events)
    .where(isPublic)
    .orderBy(desc(events.beginsAt), desc(events.id))
    .limit(addressesInFile);
  return rows.map(({ id, updatedAt }) => ({ path: eventPath(id), langs, changedAt: updatedAt }));
}
