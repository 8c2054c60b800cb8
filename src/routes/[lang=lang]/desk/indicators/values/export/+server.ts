import { valuesSeen } from '#indicators/read-values.server.ts';
import { valueSheetRow, valuesSheet } from '#indicators/values-sheet.ts';
import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import type { RequestHandler } from './$types';

/** Every value that stands; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const page = await valuesSeen(tx, actor, { after, limit: 5000 });
      return { rows: page.rows.map((one) => valueSheetRow(one, lang)), next: page.next };
    }),
  );
  return sheetAnswer({ name: words.valuesFileName, shape: valuesSheet, rows, lang }, url.searchParams.get('format'));
};
