import { PassThrough, Readable } from 'node:stream';
import excel from 'exceljs';
import type { Lang } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { harmless } from '#text/csv.ts';
import { exportCells, exportHeader } from './export.ts';
import type { ListedZone } from './zone.ts';

/** The zones as a workbook, written row by row into the answer. A text stays a text: none begins a formula. */
export function zoneWorkbook(zones: readonly ListedZone[], lang: Lang): ReadableStream {
  const out = new PassThrough();
  write(out, zones, lang).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error('workbook')),
  );
  return Readable.toWeb(out) as ReadableStream;
}

async function write(out: PassThrough, zones: readonly ListedZone[], lang: Lang): Promise<void> {
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet(words.zones[lang], { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = exportHeader(lang).map((header) => ({ header, width: Math.max(12, header.length * 2) }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: exportHeader(lang).length } };
  for (const zone of zones) {
    sheet.addRow(exportCells(zone).map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))).commit();
  }
  sheet.commit();
  await workbook.commit();
}
