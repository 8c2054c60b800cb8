import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { indicatorFormulaWords as words } from '#language/words/indicator-formula.ts';
import type { Tx } from '#platform/database.server.ts';
import { computed, type Computed, type Observed } from './computing.ts';
import { dependentsOf } from './dependents.ts';
import { keysOf, recordsCalled } from './formula.ts';
import { formulasOf, needsOf, valuesOf } from './read-formulas.server.ts';
import { recordsOf } from './read-records.server.ts';

export interface Recomputed {
  readonly zone: string;
  /** What changed; every formula of the zone where nothing is said. */
  readonly keys?: readonly string[];
  readonly today?: string;
}

interface Value extends Observed {
  readonly id: number;
  readonly end: string;
}

/** Computes again what hangs on the indicators that changed, each after all it needs; answers which were looked at. */
export async function recompute(tx: Tx, actor: Actor, { zone, keys, today = dateOf(new Date()) }: Recomputed) {
  const formulas = await formulasOf(tx, zone);
  const order = dependentsOf(keys ?? [...formulas.keys()], needsOf(formulas));
  const touched = order.flatMap((key) => formulas.get(key) ?? []);
  if (touched.length === 0) return [];
  const all = new Set(touched.flatMap(({ key, formula }) => [key, ...keysOf(formula)]));
  const values = await valuesOf(tx, zone, [...all]);
  const calls = touched.flatMap(({ formula }) => recordsCalled(formula));
  const records = await recordsOf(tx, zone, [...new Set(calls.map(({ name }) => name))]);
  const changes = touched.map((one) => {
    const before = values.get(one.key) ?? new Map<string, Observed>();
    const after = computed(one, { values, records, today });
    values.set(one.key, after);
    return { one, before, after };
  });
  await keepValues(tx, actor, { zone, today, changed: changes.flatMap(changedIn) });
  await withdraw(
    tx,
    changes.flatMap(({ one, before, after }) =>
      [...before.keys()].filter((end) => !after.has(end)).map((end) => ({ id: one.id, end })),
    ),
  );
  return touched.map(({ id }) => id);
}

interface Change {
  readonly one: Computed;
  readonly before: Map<string, Observed>;
  readonly after: Map<string, Observed>;
}

function changedIn({ one, before, after }: Change): Value[] {
  return [...after]
    .filter(([end, { value, state }]) => before.get(end)?.value !== value || before.get(end)?.state !== state)
    .map(([end, observed]) => ({ ...observed, id: one.id, end }));
}

/** A new row for each value that changed; of a period that is not over yet the row itself, for it would have one every night. */
async function keepValues(
  tx: Tx,
  actor: Actor,
  { zone, today, changed }: { zone: string; today: string; changed: readonly Value[] },
): Promise<void> {
  if (changed.length === 0) return;
  const said = sql`jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as said (id bigint, "end" date, value numeric, state text)`;
  await tx.execute(sql`
    update observation o set value = said.value, state = said.state, actor = ${actor.id}, actor_name = ${actor.name}, at = now()
    from ${said} where o.indicator_id = said.id and o.period_end = said."end" and o.is_current and o.origin = 'computed'
      and (said."end" >= ${today}::date or o.value = round(said.value, 4))`);
  await tx.execute(sql`
    update observation o set is_current = false from ${said}
    where o.indicator_id = said.id and o.period_end = said."end" and o.is_current
      and (o.value, o.state, o.origin) is distinct from (round(said.value, 4), said.state, 'computed')`);
  await tx.execute(sql`
    insert into observation (indicator_id, zone_code, period_end, revision, value, state, origin, source_zh, source_en, note,
      sample, actor, actor_name)
    select i.id, i.zone_code, said."end", 1 + coalesce(max(earlier.revision), 0), said.value, said.state, 'computed',
      left(${words.source('').zh} || i.formula, 400), left(${words.source('').en} || i.formula, 400),
      case when max(earlier.revision) is null then '' else ${words.recomputed.zh} end, i.sample, ${actor.id}, ${actor.name}
    from ${said} join indicator i on i.id = said.id and i.zone_code = ${zone}
    left join observation earlier on earlier.indicator_id = i.id and earlier.period_end = said."end"
    where not exists (select from observation standing where standing.indicator_id = i.id
      and standing.period_end = said."end" and standing.is_current)
    group by i.id, said."end", said.value, said.state`);
}

/** What can no longer be computed is not current any more; it stays among the earlier ones. */
async function withdraw(tx: Tx, gone: readonly { id: number; end: string }[]): Promise<void> {
  if (gone.length === 0) return;
  await tx.execute(sql`
    update observation o set is_current = false
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone (id bigint, "end" date)
    where o.indicator_id = gone.id and o.period_end = gone."end" and o.is_current`);
}
