import { asc } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Cells } from '#profiles/field.ts';
import { improvementIndicators, improvements } from './tables.server.ts';

export interface Suggestion {
  readonly id: number;
  readonly cells: Cells;
}

export interface ImprovementGroup {
  readonly cells: Cells;
  readonly suggestions: readonly Suggestion[];
}

/** The whole template, in the operator's order. */
export async function improvementTemplate(tx: Tx): Promise<ImprovementGroup[]> {
  const groups = await tx.select().from(improvements).orderBy(asc(improvements.position), asc(improvements.key));
  const rows = await tx
    .select()
    .from(improvementIndicators)
    .orderBy(asc(improvementIndicators.position), asc(improvementIndicators.id));
  return groups.map(({ key, position, nameZh, nameEn }) => ({
    cells: { key, position: String(position), name_zh: nameZh, name_en: nameEn },
    suggestions: rows.filter((row) => row.improvementKey === key).map((row) => ({ id: row.id, cells: cellsOf(row) })),
  }));
}

function cellsOf(row: typeof improvementIndicators.$inferSelect): Cells {
  const { key, period, accumulation, direction, formula } = row;
  return {
    ...{
      key,
      period,
      accumulation,
      direction,
      formula,
      position: String(row.position),
      decimals: String(row.decimals),
    },
    ...{ name_zh: row.nameZh, name_en: row.nameEn, measure_zh: row.measureZh, measure_en: row.measureEn },
    ...{ definition_zh: row.definitionZh, definition_en: row.definitionEn },
  };
}
