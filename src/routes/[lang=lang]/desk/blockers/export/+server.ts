import { blockerWords as words } from '#language/words/blockers.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { blockerSheet, blockerSheetRow } from '#slips/blocker-list.ts';
import { blockersFor } from '#slips/read-blocker-list.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { blockers, next } = await blockersFor(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: blockers.map((one) => blockerSheetRow(one, lang)), next };
    }),
  );
  return sheetAnswer({ name: words.listFile, shape: blockerSheet, rows, lang, by }, url.searchParams.get('format'));
};
