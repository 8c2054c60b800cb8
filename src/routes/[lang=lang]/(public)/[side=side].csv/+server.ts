import { boardSheet } from '#listings/board-sheet.ts';
import { sidePaths } from '#listings/listing.ts';
import { wholeBoard } from '#listings/read-board.server.ts';
import { csvOf } from '#text/sheet.ts';
import { askedOf } from '../[side=side]/asked.server.ts';
import type { RequestHandler } from './$types';

/** What the board shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals, params: { side }, url }) => {
  const query = askedOf(locals, side, url);
  const { lang, config, database } = locals;
  const cards = await wholeBoard(database.db, lang, { ...query, now: locals.now() });
  locals.shows.add('listing-list').add('organisation').add('zone');
  const text = (await Array.fromAsync(csvOf(boardSheet(cards, { side, lang, origin: config.origin })))).join('');
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${sidePaths[side]}.csv"`,
    },
  });
};
