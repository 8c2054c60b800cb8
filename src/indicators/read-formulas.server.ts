import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Computed, Values } from './computing.ts';
import type { Needs } from './dependents.ts';
import { keysOf, readFormula } from './formula.ts';
import type { Accumulation, ObservationState } from './indicator.ts';
import type { Period } from './period.ts';

interface Found {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly key: string;
  readonly formula: string;
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly since: string;
}

/** Every indicator of the zone that is computed, by its key. */
export async function formulasOf(tx: Tx, zone: string): Promise<Map<string, Computed>> {
  const { rows } = await tx.execute<Found>(sql`
    select i.id, i.key, i.formula, i.period, i.accumulation, coalesce(i.baseline_on + 1, plan.begins_on,
      date_trunc('year', i.created_at at time zone 'Asia/Shanghai')::date)::text as since
    from indicator i left join plan on plan.id = i.plan_id
    where i.zone_code = ${zone} and i.formula <> '' order by i.id`);
  return new Map(
    rows.flatMap(({ id, formula, ...row }) => {
      const read = readFormula(formula);
      return read.ok ? [[row.key, { ...row, id: Number(id), formula: read.formula }] as const] : [];
    }),
  );
}

export function needsOf(formulas: ReadonlyMap<string, Computed>): Needs {
  return new Map([...formulas].map(([key, { formula }]) => [key, keysOf(formula)]));
}

/** What is known of these indicators now. */
export async function valuesOf(tx: Tx, zone: string, keys: readonly string[]): Promise<Values> {
  const { rows } = await tx.execute<{ key: string; end: string; value: number; state: ObservationState }>(sql`
    select i.key, o.period_end::text as end, o.value::float8 as value, o.state from indicator i
    join observation o on o.indicator_id = i.id and o.is_current
    where i.zone_code = ${zone} and i.key = any(${sql.param([...keys])}::text[])`);
  const values: Values = new Map(keys.map((key) => [key, new Map()]));
  for (const { key, end, value, state } of rows) values.get(key)?.set(end, { value, state });
  return values;
}

export async function keysThere(tx: Tx, zone: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ key: string }>(sql`select key from indicator where zone_code = ${zone}`);
  return new Set(rows.map(({ key }) => key));
}

/** The keys of the indicators whose formulas name this one. */
export async function usersOfKey(tx: Tx, zone: string, key: string): Promise<string[]> {
  const needs = needsOf(await formulasOf(tx, zone));
  return [...needs].filter(([, needed]) => needed.includes(key)).map(([user]) => user);
}
