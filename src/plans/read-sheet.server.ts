import { and, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { canKeepPlans } from './plan.ts';
import { planCells } from './plan-sheet.ts';
import { zonesOfPlans } from './read-desk.server.ts';
import { plans } from './tables.server.ts';

function kept(actor: Actor) {
  const own = zonesOfPlans(actor, canKeepPlans);
  return own && inArray(plans.zoneCode, own);
}

/** Those plans that a file names by their numbers and this person keeps, as they are now. */
export async function knownPlans(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  const rows = await tx
    .select()
    .from(plans)
    .where(and(kept(actor), inArray(plans.id, numbers)));
  return new Map(rows.map((row) => [String(row.id), { label: row.titleZh, cells: planCells(row) }]));
}

/** Rows that say no number get that of the one plan of their title. */
export async function findPlans(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<readonly SheetRow[]> {
  const titles = rows.flatMap(({ cells }) => (cells['id'] ? [] : (cells['titleZh'] ?? [])));
  if (titles.length === 0) return rows;
  const found = await tx
    .select({ id: plans.id, zone: plans.zoneCode, title: plans.titleZh })
    .from(plans)
    .where(and(kept(actor), inArray(plans.titleZh, titles)));
  return rows.map((row) => {
    const { id, zone, titleZh } = row.cells;
    const [only, ...others] = found.filter((one) => one.title === titleZh && (!zone || one.zone === zone));
    if (id || !only || others.length > 0) return row;
    return { ...row, cells: { ...row.cells, id: String(only.id), zone: only.zone } };
  });
}
