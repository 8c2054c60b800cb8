import { siteText } from '#ui/frame.ts';
import { latestNews } from '#news/read-sitemap.server.ts';
import { newsSitemap } from '#publishing/sitemap.ts';
import { xml } from '../sitemap.xml/xml.ts';
import type { RequestHandler } from './$types';

/** Without tags, so never kept: what is from the last two days changes by the hour. */
export const GET: RequestHandler = async ({ locals: { site, config, database, now } }) => {
  const name = { zh: siteText(site.name, 'zh'), en: siteText(site.name, 'en') };
  return xml(newsSitemap(config.origin, name, await latestNews(database.db, now())));
};
