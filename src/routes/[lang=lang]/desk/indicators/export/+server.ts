import { indicatorFields } from '#indicators/fields.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { deskIndicators } from '#indicators/read-list.server.ts';
import { targetsByIndicator } from '#indicators/read-sheet.server.ts';
import { indicatorCells, indicatorSheet, indicatorSheetRow } from '#indicators/sheet.ts';
import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { zoneOfFiles } from '#sheets/measures.server.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, fields, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const all = await readAll(async (after) => {
      const { indicators, next } = await deskIndicators(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: indicators, next };
    });
    const targets = await targetsByIndicator(
      tx,
      all.map(({ row }) => row.id),
    );
    const zone = zoneOfFiles(actor, 'indicators') ?? asked.filters['zone'] ?? '';
    return {
      by: { list, asked },
      fields: indicatorFields(await choicesOf(tx, zone)),
      rows: all.map(({ row }) => indicatorCells(row, targets.get(row.id) ?? [])),
    };
  });
  const sheet = {
    name: words.fileName,
    shape: indicatorSheet(fields),
    ...{ lang, by },
    rows: rows.map((cells) => indicatorSheetRow(cells, fields, lang)),
  };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
