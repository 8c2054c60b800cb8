/**
 * Reads one spreadsheet in a process of its own, with a small heap and without any right to files: whatever a file does
 * to it, only this process ends.
 */
import excel from 'exceljs';
import iconv from 'iconv-lite';
import { fromBufferPromise } from 'yauzl';
import { parseCsv } from '#text/csv.ts';
import type { Merge } from '#text/official-header.ts';
import type { SourceSheet } from '#text/official-sheet.ts';
import {
  maxMerges,
  maxSheetColumns,
  maxSheetRows,
  maxSheets,
  maxUnpackedSheetBytes,
  type SheetAnswer,
} from './workbook.ts';

class TooLong extends Error {}

process.on('message', (bytes: Uint8Array) => void answer(Buffer.from(bytes)));

async function answer(bytes: Buffer): Promise<void> {
  const result = await sheetsOf(bytes).then(
    (sheets): SheetAnswer => ({ ok: true, sheets }),
    (error: unknown): SheetAnswer => ({
      ok: false,
      refusal: error instanceof TooLong ? 'fileTooLong' : 'fileUnreadable',
    }),
  );
  process.send?.(result, () => process.exit(0));
}

async function sheetsOf(bytes: Buffer): Promise<SourceSheet[]> {
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const sheets = isZip ? await sheetsOfWorkbook(bytes) : [plainSheet(parseCsv(textOf(bytes)))];
  // A mark beyond the table's end makes no row of it.
  const tables = sheets.map((sheet) => ({ ...sheet, rows: withoutEnd(sheet.rows) }));
  if (tables.some(({ rows }) => rows.length > maxSheetRows + 1)) throw new TooLong();
  return tables;
}

function plainSheet(rows: string[][]): SourceSheet {
  if (rows.some((row) => row.length > maxSheetColumns)) throw new TooLong();
  return { name: 'CSV', rows, merges: [], hidden: [] };
}

function withoutEnd(rows: SourceSheet['rows']): SourceSheet['rows'] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((text) => text !== '')) + 1);
}

/** A file without a mark is UTF-8 if it can be, else what Excel writes in China. */
function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw new Error('not a text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

/** The sheets that are shown, after a look at what the archive says it unpacks to. */
async function sheetsOfWorkbook(bytes: Buffer): Promise<SourceSheet[]> {
  await checkSizes(bytes);
  const workbook = new excel.Workbook();
  // Whole, in memory: the reader by pieces needs a file to put aside what Excel writes before its texts.
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const shown = workbook.worksheets.filter(({ state }) => state === 'visible').slice(0, maxSheets);
  if (shown.length === 0) throw new Error('no sheet');
  return shown.map(sheetOf);
}

function sheetOf(sheet: excel.Worksheet): SourceSheet {
  const rows: string[][] = [];
  const hidden: number[] = [];
  sheet.eachRow((row, number) => {
    const cells = cellsOf(row);
    if (cells.length === 0) return;
    if (number > maxSheetRows + 1) throw new TooLong();
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
    if (row.hidden) hidden.push(number - 1);
  });
  return { name: sheet.name, rows, hidden, merges: mergesOf(sheet) };
}

function mergesOf(sheet: excel.Worksheet): Merge[] {
  return sheet.model.merges
    .slice(0, maxMerges)
    .map((range) => {
      const [from = '', to = from] = String(range).split(':');
      const [first, last] = [sheet.getCell(from), sheet.getCell(to)];
      return {
        ...{ top: Number(first.row) - 1, left: Number(first.col) - 1 },
        ...{ bottom: Number(last.row) - 1, right: Number(last.col) - 1 },
      };
    })
    .filter(({ right, bottom }) => right < maxSheetColumns && bottom <= maxSheetRows);
}

async function checkSizes(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  let unpacked = 0;
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    count += 1;
    if (unpacked > maxUnpackedSheetBytes || count > 500) throw new TooLong();
  }
}

/** The texts up to the last cell that says something; of a merged cell, only the first. */
function cellsOf(row: excel.Row): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    const text = cell.master === cell || cell.master.address === cell.address ? cellText(cell) : '';
    if (text === '') return;
    if (column > maxSheetColumns) throw new TooLong();
    while (cells.length < column - 1) cells.push('');
    cells.push(text);
  });
  return cells;
}

/** A share is written with its sign: 0.125 shown as 12.5% is 12.5%. */
function cellText({ value, numFmt }: excel.Cell): string {
  const isShare = typeof value === 'number' && typeof numFmt === 'string' && numFmt.includes('%');
  return isShare ? `${Number((value * 100).toPrecision(12))}%` : textIn(value);
}

/** A formula is worth its last result; a date is written the way the site writes it. */
function textIn(value: excel.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T', ' ').replace(' 00:00', '');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return textIn(value.result as excel.CellValue);
  return '';
}
