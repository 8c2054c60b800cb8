import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { canObserve } from './indicator.ts';
import { periodMeant } from './period-words.ts';
import { zonesMeasured } from './read-list.server.ts';
import { valueCells, type ListedValue } from './values-sheet.ts';

type Found = ListedValue & { readonly zoneCode: string; readonly unitId: number | null };

async function values(tx: Tx, where: SQL, limit: number): Promise<Found[]> {
  const { rows } = await tx.execute<Found & Record<string, unknown>>(sql`
    select i.id::int as indicator, i.key, i.name_zh as name, i.name_en as "nameEn", o.period_end::text as end,
      o.value::float8 as value, o.state, o.source_zh as "sourceZh", o.source_en as "sourceEn", o.source_url as "sourceUrl",
      o.note, i.zone_code as "zoneCode", i.unit_id::int as "unitId"
    from observation o join indicator i on i.id = o.indicator_id
    where o.is_current and i.formula = '' and ${where} order by i.id, o.period_end limit ${limit}`);
  return rows;
}

/** The values that stand in the zones this person sees, behind that one. */
export async function valuesSeen(tx: Tx, actor: Actor, { after, limit }: { after: string | undefined; limit: number }) {
  const zones = zonesMeasured(actor);
  const [, id = '0', end = '0001-01-01'] = /^(\d{1,15})@(\d{4}-\d\d-\d\d)$/.exec(after ?? '') ?? [];
  const own = zones ? sql`i.zone_code = any(${sql.param(zones)})` : sql`true`;
  const rows = await values(tx, sql`${own} and (i.id, o.period_end) > (${id}::bigint, ${end}::date)`, limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { rows, next: last && `${last.indicator}@${last.end}` };
}

/** Those values that a file names and this person may change, as it knows them. */
export async function knownValues(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const wanted = new Set(ids);
  const numbers = ids.flatMap((id) => /^\d{1,15}(?=@\d{4}-\d\d-\d\d$)/.exec(id)?.[0] ?? []);
  const found = await values(tx, sql`i.id = any(${sql.param([...new Set(numbers)])}::bigint[])`, 200_000);
  const own = found.filter((one) => wanted.has(`${one.indicator}@${one.end}`) && canObserve(actor, one));
  return new Map(
    own.map((one) => [`${one.indicator}@${one.end}`, { label: `${one.name} ${one.end}`, cells: valueCells(one) }]),
  );
}

/** Rows that say no number get that of the value for their key and period, where there is one. */
export async function findValues(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<SheetRow[]> {
  const ids = await indicatorsByKey(
    tx,
    actor,
    rows.flatMap(({ cells }) => cells['key'] ?? []),
  );
  const named = rows.map(({ cells }) => `${ids.get(cells['key'] ?? '') ?? 0}@${periodMeant(cells['end'] ?? '') ?? ''}`);
  const known = await knownValues(
    tx,
    actor,
    named.filter((id) => /@\d/.test(id)),
  );
  return rows.map((row, at) => {
    const id = row.cells['id'] || (known.has(named[at] ?? '') ? named[at] : undefined);
    return id ? { ...row, cells: { ...row.cells, id } } : row;
  });
}

/** The indicators of the zones this person sees, by key; a key that two zones have means neither. */
export async function indicatorsByKey(tx: Tx, actor: Actor, keys: readonly string[]): Promise<Map<string, number>> {
  const zones = zonesMeasured(actor);
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select key, min(id) as id from indicator where key = any(${sql.param([...new Set(keys)])}::text[])
      and ${zones ? sql`zone_code = any(${sql.param(zones)})` : sql`true`}
    group by key having count(*) = 1`);
  return new Map(rows.map(({ key, id }) => [key, Number(id)]));
}
