import { error } from '@sveltejs/kit';
import { eventsForSitemap } from '#events/read-sitemap.server.ts';
import { errorWords as words } from '#language/words/errors.ts';
import { listingsForSitemap } from '#listings/read-sitemap.server.ts';
import { articlesForSitemap } from '#news/read-sitemap.server.ts';
import { organisationsForSitemap } from '#organisations/read-sitemap.server.ts';
import { placesForSitemap } from '#places/read-sitemap.server.ts';
import { plansForSitemap } from '#plans/read-public.server.ts';
import type { Db } from '#platform/database.server.ts';
import {
  parseSitemapName,
  sitemapFile,
  standingPages,
  type SitemapKind,
  type SitemapName,
} from '#publishing/sitemap.ts';
import { zonesForSitemap } from '#zones/read-sitemap.server.ts';
import { xml } from '../../sitemap.xml/xml.ts';
import type { RequestHandler } from './$types';

const pagesOf = {
  pages: async () => standingPages,
  zones: zonesForSitemap,
  places: placesForSitemap,
  events: eventsForSitemap,
  plans: plansForSitemap,
  organisations: organisationsForSitemap,
  listings: listingsForSitemap,
  articles: (db: Db, { lang, part }: SitemapName) => articlesForSitemap(db, lang, part),
};
const shown: Readonly<Record<SitemapKind, string>> = {
  pages: 'site',
  zones: 'zone',
  places: 'place',
  articles: 'news-list',
  events: 'event-list',
  plans: 'plan-list',
  organisations: 'organisation',
  listings: 'listing-list',
};

export const GET: RequestHandler = async ({ locals, params }) => {
  const name = parseSitemapName(params.file);
  if (!name || (name.kind !== 'articles' && name.part > 1)) error(404, words.notFoundTitle[locals.lang]);
  const pages = await pagesOf[name.kind](locals.database.db, name);
  locals.shows.add(shown[name.kind]);
  return xml(sitemapFile(locals.config.origin, name.lang, pages));
};
