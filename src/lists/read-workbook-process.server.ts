/**
 * Reads one spreadsheet in a process of its own, with a small heap and without any right to files: whatever a file does
 * to it, only this process ends.
 */
import { Readable } from 'node:stream';
import excel from 'exceljs';
import iconv from 'iconv-lite';
import { fromBufferPromise } from 'yauzl';
import { parseCsv } from '#text/csv.ts';
import { maxSheetColumns, maxSheetRows, maxUnpackedSheetBytes, type SheetAnswer } from './workbook.ts';

class TooLong extends Error {}

process.on('message', (bytes: Uint8Array) => void answer(Buffer.from(bytes)));

async function answer(bytes: Buffer): Promise<void> {
  const result = await tableOf(bytes).then(
    (table): SheetAnswer => ({ ok: true, table }),
    (error: unknown): SheetAnswer => ({
      ok: false,
      refusal: error instanceof TooLong ? 'fileTooLong' : 'fileUnreadable',
    }),
  );
  process.send?.(result, () => process.exit(0));
}

async function tableOf(bytes: Buffer): Promise<string[][]> {
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const table = isZip ? await cellsOfWorkbook(bytes) : parseCsv(textOf(bytes));
  if (table.length > maxSheetRows + 1 || table.some((row) => row.length > maxSheetColumns)) throw new TooLong();
  return table;
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

/** The first sheet, a row at a time, after a look at what the archive says it unpacks to. */
async function cellsOfWorkbook(bytes: Buffer): Promise<string[][]> {
  await checkSizes(bytes);
  const table: string[][] = [];
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' } as const;
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(Readable.from([bytes]), options)) {
    for await (const row of sheet) {
      if (row.number > maxSheetRows + 1) throw new TooLong();
      while (table.length < row.number - 1) table.push([]);
      table.push(cellsOf(row));
    }
    return table;
  }
  throw new Error('no sheet');
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

function cellsOf(row: excel.Row): string[] {
  if (row.cellCount > maxSheetColumns) throw new TooLong();
  return Array.from({ length: row.cellCount }, (_, at) => textIn(row.getCell(at + 1).value));
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
