import { blockerWords as words } from '#language/words/blockers.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { blockerSheet, blockerSheetRow } from '#slips/blocker-list.ts';
import { blockersFor } from '#slips/read-blocker-list.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const blockers = await readAll(async (after) => {
      const page = await blockersFor(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.blockers, next: page.next };
    });
    return { by: { list, asked }, rows: blockers.map((one) => blockerSheetRow(one, lang)) };
  });
  return sheetAnswer({ name: words.listFile, shape: blockerSheet, rows, lang, by }, url.searchParams.get('format'));
};
