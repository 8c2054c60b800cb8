import { and, asc, isNull } from 'drizzle-orm';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { addressesInFile, type SitemapPage } from '#publishing/sitemap.ts';
import { organisations } from './tables.server.ts';

/** The public organisations: one file holds them. */
export async function organisationsForSitemap(db: Db): Promise<SitemapPage[]> {
  const rows = await db
    .select({ id: organisations.id, changedAt: organisations.updatedAt })
    .from(organisations)
    .where(and(organisations.isPublic, isNull(organisations.mergedInto)))
    .orderBy(asc(organisations.id))
    .limit(addressesInFile);
  return rows.map(({ id, changedAt }) => ({ path: `/organisations/${id}`, langs, changedAt }));
}
