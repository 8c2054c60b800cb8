import { PassThrough, Readable } from 'node:stream';
import excel from 'exceljs';
import { harmless } from './csv.ts';
import type { Sheet } from './sheet.ts';

/** A sheet as an XLSX file, written row by row into the answer. A text stays a text: none begins a formula. */
export function workbookOf(sheet: Sheet): ReadableStream {
  const out = new PassThrough();
  write(out, sheet).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error('workbook')));
  return Readable.toWeb(out) as ReadableStream;
}

async function write(out: PassThrough, { name, header, rows }: Sheet): Promise<void> {
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = header.map((title) => ({ header: title, width: Math.max(12, title.length * 2) }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } };
  for await (const row of rows) {
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))).commit();
  }
  sheet.commit();
  await workbook.commit();
}
