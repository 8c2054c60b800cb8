import { instructionWords as words } from '#language/words/instructions.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { instructionSheet, instructionSheetRow } from '#slips/instruction-list.ts';
import { instructionsFor } from '#slips/read-instructions.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const instructions = await readAll(async (after) => {
      const page = await instructionsFor(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.instructions, next: page.next };
    });
    return { by: { list, asked }, rows: instructions.map((one) => instructionSheetRow(one, lang)) };
  });
  return sheetAnswer({ name: words.listFile, shape: instructionSheet, rows, lang, by }, url.searchParams.get('format'));
};
