import { instructionWords as words } from '#language/words/instructions.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { instructionSheet, instructionSheetRow } from '#slips/instruction-list.ts';
import { instructionsFor } from '#slips/read-instructions.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { instructions, next } = await instructionsFor(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: instructions.map((one) => instructionSheetRow(one, lang)), next };
    }),
  );
  return sheetAnswer({ name: words.listFile, shape: instructionSheet, rows, lang, by }, url.searchParams.get('format'));
};
