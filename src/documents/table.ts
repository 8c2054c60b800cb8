import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Lang } from '#language/lang.ts';
import { documentWords as words } from '#language/words/documents.ts';
import type { OfficialColumn, OfficialTable } from './document.ts';
import { textWidth } from './page.ts';
import { linesOf } from './paragraphs.ts';

/** A longer table is read nowhere but in a spreadsheet. */
export const mostDocumentRows = 1000;

/** The table under its caption; its header stands again on each page. */
export function tableBlock(table: OfficialTable, lang: Lang, isWide: boolean): (Paragraph | Table)[] {
  const { caption, columns, rows } = table;
  const left = rows.length > mostDocumentRows ? [words.rowsLeftOut(mostDocumentRows, rows.length)[lang]] : [];
  return [
    ...(caption === undefined ? [] : [cellLine(caption, { alignment: AlignmentType.CENTER, isHeader: true })]),
    new Table({
      width: { size: widthOf(isWide), type: WidthType.DXA },
      columnWidths: widths(columns, widthOf(isWide)),
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      rows: [headerRow(columns, lang), ...rows.slice(0, mostDocumentRows).map((row) => bodyRow(columns, row))],
    }),
    ...[...left, ''].map((text) => cellLine(text, { alignment: AlignmentType.LEFT })),
  ];
}

function widthOf(isWide: boolean): number {
  return isWide ? textWidth.landscape : textWidth.portrait;
}

function widths(columns: readonly OfficialColumn[], whole: number): number[] {
  const shares = columns.map(({ share = 1 }) => Math.max(0.1, share));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((whole * share) / all));
}

function headerRow(columns: readonly OfficialColumn[], lang: Lang): TableRow {
  const children = columns.map(({ title, unit }) =>
    cell(unit === undefined ? title : words.withUnit(title, unit, lang), {
      alignment: AlignmentType.CENTER,
      isHeader: true,
    }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function bodyRow(columns: readonly OfficialColumn[], row: readonly string[]): TableRow {
  const children = columns.map(({ isNumber }, at) =>
    cell(row[at] ?? '', { alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT }),
  );
  return new TableRow({ cantSplit: true, children });
}

interface Shown {
  readonly alignment: 'left' | 'right' | 'center';
  readonly isHeader?: boolean;
}

function cell(text: string, shown: Shown): TableCell {
  const lines = linesOf(text);
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: (lines.length > 0 ? lines : ['']).map((one) => cellLine(one, shown)),
  });
}

function cellLine(text: string, { alignment, isHeader = false }: Shown): Paragraph {
  return new Paragraph({
    style: isHeader ? 'OfficialCellHeader' : 'OfficialCell',
    ...(alignment !== AlignmentType.LEFT && { alignment }),
    ...(isHeader && { keepNext: true }),
    text,
  });
}
