import { boardSheet } from '#listings/board-sheet.ts';
import { sidePaths } from '#listings/listing.ts';
import { wholeBoard } from '#listings/read-board.server.ts';
import { workbookOf } from '#text/workbook.server.ts';
import { askedOf } from '../[side=side]/asked.server.ts';
import type { RequestHandler } from './$types';

/** What the board shows under the same filters, as a workbook that is sent while it is written. */
export const GET: RequestHandler = async ({ locals, params: { side }, url }) => {
  const query = askedOf(locals, side, url);
  const { lang, config, database } = locals;
  const cards = await wholeBoard(database.db, lang, { ...query, now: locals.now() });
  return new Response(workbookOf(boardSheet(cards, { side, lang, origin: config.origin })), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${sidePaths[side]}.xlsx"`,
    },
  });
};
