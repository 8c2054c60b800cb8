import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { canDefine } from './indicator.ts';
import { indicatorsNumbered } from './read-list.server.ts';
import { indicatorCells } from './sheet.ts';
import type { Valued } from './standing.ts';

/** The paths of targets of these indicators. */
export async function targetsByIndicator(tx: Tx, ids: readonly number[]): Promise<Map<number, Valued[]>> {
  const { rows } = await tx.execute<{ id: string; end: string; value: number }>(sql`
    select indicator_id as id, period_end::text as end, value::float8 as value from indicator_target
    where indicator_id = any(${sql.param([...ids])}::bigint[]) order by period_end`);
  const all = new Map<number, Valued[]>(ids.map((id) => [id, []]));
  for (const { id, end, value } of rows) all.get(Number(id))?.push({ end, value });
  return all;
}

/** Those indicators of a zone that a file names and this person defines, as it knows them. */
export async function knownIndicators(
  tx: Tx,
  actor: Actor,
  { zone, ids }: { zone: string; ids: readonly string[] },
): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  if (!canDefine(actor, zone)) return new Map();
  const found = (await indicatorsNumbered(tx, actor, numbers)).filter(({ zoneCode }) => zoneCode === zone);
  const targets = await targetsByIndicator(
    tx,
    found.map(({ id }) => id),
  );
  return new Map(
    found.map((row) => [String(row.id), { label: row.nameZh, cells: indicatorCells(row, targets.get(row.id) ?? []) }]),
  );
}

/** Rows that say no number get that of the indicator with their key. */
export async function findByKey(tx: Tx, zone: string, rows: readonly SheetRow[]): Promise<SheetRow[]> {
  const keys = rows.flatMap(({ cells }) => (cells['id'] ? [] : (cells['key'] ?? [])));
  const { rows: found } = await tx.execute<{ id: string; key: string }>(
    sql`select id, key from indicator where zone_code = ${zone} and key = any(${sql.param(keys)}::text[])`,
  );
  const ids = new Map(found.map(({ id, key }) => [key, String(id)]));
  return rows.map((row) => {
    const id = row.cells['id'] || ids.get(row.cells['key'] ?? '');
    return id ? { ...row, cells: { ...row.cells, id } } : row;
  });
}
