import { slipWords as words } from '#language/words/slips.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { deskSlips } from '#slips/read-list.server.ts';
import { slipSheet, slipSheetRow } from '#slips/slip-list.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang, now }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked, day } = await listFor(tx, actor, { query: url.searchParams, now: now() });
    const slips = await readAll(async (after) => {
      const page = await deskSlips(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.slips, next: page.next };
    });
    return { by: { list, asked }, rows: slips.map((slip) => slipSheetRow(slip, lang, day)) };
  });
  return sheetAnswer({ name: words.file, shape: slipSheet, rows, lang, by }, url.searchParams.get('format'));
};
