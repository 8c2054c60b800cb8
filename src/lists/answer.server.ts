import { Readable } from 'node:stream';
import type { Lang, TwoText } from '#language/lang.ts';
import { ledgerOf } from '#documents/ledger.ts';
import { officialDocument } from '#documents/official.ts';
import { dateOf } from '#language/dates.ts';
import { documentWords as words } from '#language/words/documents.ts';
import { csvOf, type Sheet } from '#text/sheet.ts';
import { workbookOf } from '#text/workbook.server.ts';
import type { Asked } from './address.ts';
import type { List } from './list.ts';
import type { SheetColumn, SheetShape } from './sheet.ts';

type ExportedRow = Readonly<Record<string, string>>;

interface Exported {
  readonly name: TwoText;
  readonly shape: SheetShape;
  readonly rows: Iterable<ExportedRow> | AsyncIterable<ExportedRow>;
  readonly lang: Lang;
  /** The list and what was asked of it, for a document that says what it shows. */
  readonly by?: { readonly list: List; readonly asked: Asked };
}

/** A list as a file to keep: CSV or DOCX where asked for, else a workbook. Its header is in the reader's language. */
export async function sheetAnswer(exported: Exported, format: string | null): Promise<Response> {
  if (format === 'docx') return asFile(exported, 'docx', await ledgerFile(exported));
  const sheet = sheetOf(exported);
  return format === 'csv'
    ? asFile(exported, 'csv', Readable.toWeb(Readable.from(csvOf(sheet), { objectMode: false })) as ReadableStream)
    : asFile(exported, 'xlsx', workbookOf(sheet));
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

function sheetOf({ name, shape, rows, lang }: Exported): Sheet {
  return {
    name: name[lang],
    header: shape.columns.map(({ title }) => title[lang]),
    rows: cellsOf(rows, shape.columns),
  };
}

async function* cellsOf(rows: Exported['rows'], columns: readonly SheetColumn[]): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map(({ key }) => row[key] ?? '');
}

function asFile({ name }: Exported, kind: keyof typeof types, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="${name.en}.${kind}"`,
      'cache-control': 'no-store',
    },
  });
}

/** The columns that the list shows now, where the file has them too; else the first of the file. */
async function ledgerFile({ name, shape, rows, lang, by }: Exported): Promise<Uint8Array<ArrayBuffer>> {
  const shown = shape.columns.filter(({ key }) => by?.asked.columns.includes(key));
  const columns = shown.length > 2 ? shown : shape.columns.filter(({ key }) => key !== 'id').slice(0, mostColumns);
  const numbers = new Set(by?.list.columns.filter(({ isNumber }) => isNumber).map(({ key }) => key));
  const ledger = ledgerOf({
    name: name[lang],
    lang,
    date: dateOf(new Date()),
    filters: by ? filtersInWords(by.list, by.asked, lang) : [],
    columns: columns.map(({ key, title, unit }) => ({
      title: title[lang],
      isNumber: numbers.has(key) || unit !== undefined,
    })),
    rows: await Array.fromAsync(cellsOf(rows, columns)),
  });
  return new Uint8Array(await officialDocument(ledger));
}

const mostColumns = 10;

function filtersInWords(list: List, { filters }: Asked, lang: Lang): string[] {
  return list.filters.flatMap(({ key, title, choices }) => {
    const value = filters[key];
    if (value === undefined) return [];
    const label = choices?.find((choice) => choice.value === value)?.label[lang] ?? value;
    return [words.filter(title[lang], label)[lang]];
  });
}
