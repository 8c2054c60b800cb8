import type { RequestEvent } from '@sveltejs/kit';
import { boardWords as words } from '#language/words/board.ts';
import { boardAddress } from '#listings/board.ts';
import { boardPath, filterNames } from '#listings/board-facets.ts';
import type { BoardFeed } from '#listings/feed.ts';
import type { Side } from '#listings/listing.ts';
import { listBoard } from '#listings/read-board.server.ts';
import { chosenNames } from '#listings/read-board-names.server.ts';
import { askedOf } from './asked.server.ts';

const feedLength = 50;

/** One board in one feed format; the address carries the same filters as the board's page. */
export async function feedResponse(
  { locals, url }: RequestEvent,
  side: Side,
  { type, write }: { type: string; write: (feed: BoardFeed) => string },
): Promise<Response> {
  const { filter } = askedOf(locals, side, url);
  const { lang, config, site, database } = locals;
  const query = { side, filter, sort: 'newest' } as const;
  const [list, names] = await Promise.all([
    listBoard(database.db, lang, { ...query, now: locals.now(), limit: feedLength }),
    chosenNames(database.db, filter),
  ]);
  locals.shows.add('listing-list').add('organisation').add('zone');
  const chosen = filterNames(side, filter, names).map(({ name }) => name[lang]);
  const body = write({
    origin: config.origin,
    lang,
    siteName: site.name[lang],
    title: words.feedTitle(side, chosen.join(' · '))[lang],
    path: boardAddress(boardPath(side, lang), query),
    selfPath: boardAddress(url.pathname, query),
    cards: list.cards,
  });
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
