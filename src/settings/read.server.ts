import type { Db } from '#platform/database.server.ts';
import { siteSchema, type Site } from '#platform/site.ts';
import { siteSettings } from './tables.server.ts';

export interface KeptSite {
  readonly site: Site;
  readonly version: number;
}

/** What the operator says about the site; undefined before the first start has taken it from `site.json`. */
export async function keptSite(db: Db): Promise<KeptSite | undefined> {
  const [row] = await db.select({ settings: siteSettings.settings, version: siteSettings.version }).from(siteSettings);
  return row && { site: siteSchema.parse(row.settings), version: row.version };
}

/** The same for a page, which shows the usual where nothing is kept. */
export async function siteNow(db: Db): Promise<Site> {
  return (await keptSite(db))?.site ?? siteSchema.parse({});
}
