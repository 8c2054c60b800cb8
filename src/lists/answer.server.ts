import { Readable } from 'node:stream';
import type { Lang, TwoText } from '#language/lang.ts';
import { csvOf, type Sheet } from '#text/sheet.ts';
import { workbookOf } from '#text/workbook.server.ts';
import type { SheetShape } from './sheet.ts';

interface Exported {
  readonly name: TwoText;
  readonly shape: SheetShape;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly lang: Lang;
}

/** A list as a file to keep: CSV where asked for, else a workbook. Its header is in the reader's language. */
export function sheetAnswer({ name, shape, rows, lang }: Exported, format: string | null): Response {
  const sheet: Sheet = {
    name: name[lang],
    header: shape.columns.map(({ title }) => title[lang]),
    rows: rows.map((row) => shape.columns.map(({ key }) => row[key] ?? '')),
  };
  const isCsv = format === 'csv';
  const file = `${name.en}.${isCsv ? 'csv' : 'xlsx'}`;
  const body = isCsv
    ? (Readable.toWeb(Readable.from(csvOf(sheet), { objectMode: false })) as ReadableStream)
    : workbookOf(sheet);
  const type = isCsv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
