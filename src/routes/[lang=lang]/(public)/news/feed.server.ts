import { error, type RequestEvent } from '@sveltejs/kit';
import type { FeedOf } from '#news/feed.ts';
import { listAddress, parseListQuery } from '#news/list.ts';
import { allColumns } from '#news/read-columns.server.ts';
import { feedItems } from '#news/read-feed.server.ts';
import { newsWords as words } from '#language/words/news.ts';

/** One news list in one feed format; the address carries the same filters as the list's page. */
export async function feedResponse(
  { locals, url }: RequestEvent,
  type: string,
  write: (feed: FeedOf) => string,
): Promise<Response> {
  const query = parseListQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { lang, config, site, database } = locals;
  const { filter } = query.value;
  const [items, columns] = await Promise.all([feedItems(database.db, lang, { filter }), allColumns(database.db)]);
  const column = columns.find((one) => one.slug === filter.column);
  locals.shows.add('news-list');
  const body = write({
    origin: config.origin,
    lang,
    siteName: site.name[lang],
    title: column?.name[lang] ?? words.news[lang],
    path: listAddress(`/${lang}/news`, filter, {}),
    selfPath: listAddress(url.pathname, filter, {}),
    items,
  });
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
