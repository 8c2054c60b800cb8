import { roundWords as words } from '#language/words/rounds.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { roundSheet, roundSheetRow } from '#rounds/list.ts';
import { roundsFor } from '#rounds/read-list.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { rounds, next } = await roundsFor(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: rounds.map((round) => roundSheetRow(round, lang)), next };
    }),
  );
  return sheetAnswer({ name: words.listFile, shape: roundSheet, rows, lang, by }, url.searchParams.get('format'));
};
