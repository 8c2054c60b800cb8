import { sql, type SQL } from 'drizzle-orm';
import { zonesWhere, type Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { canSeeIndicators } from './indicator.ts';
import type { ListedIndicator } from './list.ts';
import { inBoth } from './read.server.ts';
import { indicators } from './tables.server.ts';

const badness = sql`array_position(array['red', 'yellow', 'green', 'none'], indicator.light)`;
const sortKeys: Readonly<Record<string, SortKey>> = {
  name: { by: sql`indicator.name_zh`, type: 'text' },
  light: { by: sql`${badness}::bigint`, type: 'bigint' },
  owed: { by: sql`coalesce(indicator.owed_by::text, '9999')`, type: 'text' },
};

/** Zones whose indicators this person sees; undefined means all of them. */
export function zonesMeasured(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zone) => canSeeIndicators(actor, zone));
}

/** The indicators this person sees, a page at a time. */
export async function deskIndicators(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, sql`indicator.id`);
  const key = sortKeys[asked.sort.key];
  if (!keyset || !key) throw new Error(`indicators are not sorted by ${asked.sort.key}`);
  const where = sql.join([ofActor(actor), ...conditions(asked)], sql` and `);
  const found = await tx
    .select({ row: indicators, at: sql<string>`${key.by}::text`, names })
    .from(indicators)
    .where(keyset.where ? sql`${where} and ${keyset.where}` : where)
    .orderBy(keyset.orderBy)
    .limit(limit + 1);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    indicators: found.slice(0, limit).map(listed),
    next: last && cursorAt(last.at, String(last.row.id)),
    total: await countOf(tx, where),
  };
}

type Names = Record<'zone' | 'unit' | 'plan' | 'improvement', [zh: string, en: string] | null>;

const names = sql<Names>`jsonb_build_object(
  'zone', (select jsonb_build_array(name_zh, name_en) from zone where code = indicator.zone_code),
  'unit', (select jsonb_build_array(name_zh, name_en) from unit where unit.id = indicator.unit_id),
  'plan', (select jsonb_build_array(title_zh, title_en) from plan where plan.id = indicator.plan_id),
  'improvement', (select jsonb_build_array(name_zh, name_en) from improvement where key = indicator.improvement))`;

function listed({ row, names: found }: { row: typeof indicators.$inferSelect; names: Names }): ListedIndicator {
  const text = (pair: [string, string] | null): TwoText | undefined => (pair ? inBoth(...pair) : undefined);
  return {
    row,
    name: inBoth(row.nameZh, row.nameEn),
    zone: text(found.zone) ?? inBoth(row.zoneCode, ''),
    ...{ unit: text(found.unit), plan: text(found.plan), improvement: text(found.improvement) },
  };
}

async function countOf(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from (select from indicator where ${where} limit ${countedTo + 1}) found`,
  );
  return rows[0]?.total ?? 0;
}

/** Those of these numbers that this person sees. */
export async function indicatorsNumbered(tx: Tx, actor: Actor, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(indicators)
    .where(sql`${ofActor(actor)} and indicator.id = any(${sql.param([...new Set(ids)])}::bigint[])`);
}

function ofActor(actor: Actor): SQL {
  const zones = zonesMeasured(actor);
  return zones ? sql`indicator.zone_code = any(${sql.param(zones)})` : sql`true`;
}

function conditions({ filters: { q, light, entry, ...rest } }: Asked): SQL[] {
  return [q && named(q), light && sql`indicator.light = ${light}`, entry && entered(entry), ...belonging(rest)].filter(
    (one): one is SQL => typeof one === 'object',
  );
}

function belonging({ unit, plan, improvement, period, zone }: Asked['filters']) {
  return [
    unit && sql`indicator.unit_id = ${unit}::bigint`,
    plan && sql`indicator.plan_id = ${plan}::bigint`,
    improvement && sql`indicator.improvement = ${improvement}`,
    period && sql`indicator.period = ${period}`,
    zone && sql`indicator.zone_code = ${zone}`,
  ];
}

function entered(entry: string): SQL {
  const today = dateOf(new Date());
  if (entry === 'computed') return sql`indicator.formula <> ''`;
  if (entry === 'late') return sql`indicator.owed_by < ${today}::date`;
  return sql`indicator.owed_by between ${today}::date and ${today}::date + 10`;
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(indicator.name_zh ilike ${like} or indicator.name_en ilike ${like} or indicator.key = ${text})`;
}
