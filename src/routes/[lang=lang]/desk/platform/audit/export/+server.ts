import { auditColumns, auditList, deedCells } from '#audit/audit.ts';
import { auditChoices, readHistory } from '#audit/read.server.ts';
import { auditWords as words } from '#language/words/audit.ts';
import { askedOf } from '#lists/address.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { kinds, actions } = await database.inTransaction(actor, (tx) => auditChoices(tx, actor));
  const list = auditList(kinds, actions);
  const asked = askedOf(list, url.searchParams);
  const by = { list, asked };
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { deeds, next } = await readHistory(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: deeds.map((deed) => deedCells(deed, lang)), next };
    }),
  );
  const shape = { columns: auditColumns };
  return sheetAnswer({ name: words.fileName, shape, rows, lang, by }, url.searchParams.get('format'));
};
