import type { Lang } from '#language/lang.ts';
import { clusterColumnNames, clusterWords as words } from '#language/words/clusters.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { adjustmentColumns, noAdjustmentCells } from '#plans/adjustment-columns.ts';
import type { Cells, Field } from '#profiles/field.ts';
import type { ClusterRow } from './read-row.server.ts';

/** Clusters as a file: the fields of their form. A row without a number is a new one. */
export function clusterSheet(fields: readonly Field[]): SheetShape {
  const columns = fields.map(({ key, title, read }) => ({
    ...{ key, title },
    // A new row that does not say so is not public.
    read: (text: string) => read(key === 'isPublic' && text.trim() === '' ? 'no' : text),
    aliases: clusterColumnNames[key] ?? [],
  }));
  return { columns: [{ key: 'id', title: words.id }, ...columns, ...adjustmentColumns], mayAdd: true };
}

/** What is kept, as its form and its file have it. */
export function clusterCells(row: ClusterRow): Record<string, string> {
  return {
    ...{ id: String(row.id), nameZh: row.nameZh, nameEn: row.nameEn, tier: row.tier, planId: String(row.planId ?? '') },
    ...{ industries: row.industries.join(' '), zones: row.zones.join(' '), isPublic: row.isPublic ? 'yes' : 'no' },
    ...{ position: String(row.position), summaryZh: row.summaryZh, summaryEn: row.summaryEn },
    ...noAdjustmentCells,
  };
}

/** The same with every choice in the reader's words. */
export function clusterSheetRow(cells: Cells, fields: readonly Field[], lang: Lang): Record<string, string> {
  const said = fields.flatMap(({ key, choices }) => {
    const label = cells[key] === '' ? '' : choices?.find(({ value }) => value === cells[key])?.label[lang];
    return label === undefined ? [] : [[key, label] as const];
  });
  return { ...cells, ...Object.fromEntries(said) };
}
