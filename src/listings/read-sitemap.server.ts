import { sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { addressesInFile, type SitemapName, type SitemapPage } from '#publishing/sitemap.ts';
import { listingPath } from './board.ts';
import type { Side } from './listing.ts';
import { boardRows } from './read-board-rows.server.ts';

/** Needs and offers that can be answered, and have words in that language: the newest, as many as one file holds. */
export async function listingsForSitemap(db: Db, { lang }: SitemapName): Promise<SitemapPage[]> {
  const { rows } = await db.execute<{ id: string; side: Side; languages: Lang[]; updated: Date }>(sql`
    select b.id, b.side, b.languages, l.updated_at as updated
    from (select * from ${boardRows('need')} need union all select * from ${boardRows('offer')} offer) b
    join listing l on l.id = b.id
    where b.interest <> 'over' and ${lang} = any(b.languages)
    order by b.published_at desc, b.id desc limit ${addressesInFile}`);
  return rows.map(({ id, side, languages, updated }) => ({
    path: listingPath({ side, id: Number(id) }),
    langs: languages,
    changedAt: new Date(updated),
  }));
}
