import { indicatorColumnNames, indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import type { Lang } from '#language/lang.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { adjustmentColumns, noAdjustmentCells } from '#plans/adjustment-columns.ts';
import type { Cells, Field } from '#profiles/field.ts';
import type { IndicatorRow } from './read-row.server.ts';
import type { Valued } from './standing.ts';

/** Indicators as a file: the fields of their form. Rows without a number are found by their key, or are new. */
export function indicatorSheet(fields: readonly Field[]): SheetShape {
  const columns = fields.map(({ key, title, read }) => ({
    ...{
      key,
      title,
      read: otherwise[key] === undefined ? read : readOr(otherwise[key], read),
      aliases: indicatorColumnNames[key] ?? [],
    },
    ...(key === 'baselineOn' && { isDay: true as const }),
  }));
  return {
    columns: [{ key: 'id', title: words.id }, ...columns, ...adjustmentColumns],
    ...{ mayAdd: true, isFound: true },
  };
}

/** What a new row means that says nothing of it, as a form has it chosen. */
const otherwise: Readonly<Record<string, string>> = { direction: 'up', isPublic: 'no' };
const readOr =
  (usual: string, read: Field['read']): Field['read'] =>
  (text) =>
    read(text.trim() === '' ? usual : text);

const asText = ['planId', 'goalId', 'clusterId', 'unitId', 'baseline', 'baselineOn'] as const;
const plain = [
  ...(['nameZh', 'nameEn', 'key', 'measureZh', 'measureEn', 'period', 'accumulation', 'direction'] as const),
  ...(['improvement', 'formula', 'definitionZh', 'definitionEn', 'decimals', 'dueDays', 'position'] as const),
];

/** What is kept, as its form and its file have it. */
export function indicatorCells(row: IndicatorRow, targets: readonly Valued[]): Record<string, string> {
  return {
    ...Object.fromEntries([...plain, ...asText].map((key) => [key, String(row[key] ?? '')])),
    ...{ id: String(row.id), isPublic: row.isPublic ? 'yes' : 'no' },
    targets: targets.map(({ end, value }) => `${end} ${value}`).join('\n'),
    ...noAdjustmentCells,
  };
}

/** The same with every choice in the reader's words. */
export function indicatorSheetRow(cells: Cells, fields: readonly Field[], lang: Lang): Record<string, string> {
  const said = fields.flatMap(({ key, choices }) => {
    const label = cells[key] === '' ? '' : choices?.find(({ value }) => value === cells[key])?.label[lang];
    return label === undefined ? [] : [[key, label] as const];
  });
  return { ...cells, ...Object.fromEntries(said) };
}
