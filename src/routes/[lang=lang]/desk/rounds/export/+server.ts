import { roundWords as words } from '#language/words/rounds.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { roundSheet, roundSheetRow } from '#rounds/list.ts';
import { roundsFor } from '#rounds/read-list.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const rounds = await readAll(async (after) => {
      const page = await roundsFor(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.rounds, next: page.next };
    });
    return { by: { list, asked }, rows: rounds.map((round) => roundSheetRow(round, lang)) };
  });
  return sheetAnswer({ name: words.listFile, shape: roundSheet, rows, lang, by }, url.searchParams.get('format'));
};
