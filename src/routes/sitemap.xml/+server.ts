import { langs } from '#language/lang.ts';
import { articleSitemapParts } from '#news/read-sitemap.server.ts';
import { sitemapIndex, sitemapKinds, sitemapPath } from '#publishing/sitemap.ts';
import { xml } from './xml.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const articleParts = await articleSitemapParts(locals.database.db);
  locals.shows.add('news-list');
  const files = langs.flatMap((lang) =>
    sitemapKinds.flatMap((kind) =>
      Array.from({ length: kind === 'articles' ? articleParts : 1 }, (_, place) =>
        sitemapPath({ lang, kind, part: place + 1 }),
      ),
    ),
  );
  return xml(sitemapIndex(locals.config.origin, files));
};
