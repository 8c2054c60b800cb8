import { conversionWords as words } from '#language/words/conversion.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { conversionSheet, conversionSheetRow } from '#pipeline/conversion-sheet.ts';
import { conversionQuery } from '#pipeline/conversion.ts';
import { conversionPage } from '#pipeline/read-conversion-page.server.ts';
import type { RequestHandler } from './$types';

/** The table of the page as a file. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const query = conversionQuery.parse(Object.fromEntries(url.searchParams));
  const { rows } = await database.inTransaction(actor, (tx) => conversionPage(tx, actor, query));
  const cells = rows.map(({ name, figures }) => conversionSheetRow(name[lang], figures));
  const sheet = { name: words.file, shape: conversionSheet(query.by, lang), rows: cells, lang };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
