import { asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { canDefine, canObserve, canSeeIndicators } from './indicator.ts';
import type { ObservationOrigin, ObservationState } from './indicator.ts';
import { targetsOf, type IndicatorRow } from './read-row.server.ts';
import type { Valued } from './standing.ts';
import { indicators } from './tables.server.ts';

/** One value as it was entered, with where it is from and what shows it. */
export interface ObservationView {
  readonly end: string;
  readonly revision: number;
  readonly isCurrent: boolean;
  readonly value: number;
  readonly state: ObservationState;
  readonly origin: ObservationOrigin;
  readonly source: TwoText;
  readonly sourceUrl: string;
  readonly document: string | null;
  readonly articleId: number | null;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

export interface Named {
  readonly id: number;
  readonly name: TwoText;
}

export interface IndicatorView {
  readonly row: IndicatorRow;
  readonly name: TwoText;
  readonly zone: TwoText;
  readonly targets: readonly Valued[];
  /** Newest period first, and of each the newest revision. */
  readonly observations: readonly ObservationView[];
  readonly unit: TwoText | undefined;
  readonly plan: Named | undefined;
  readonly cluster: Named | undefined;
  readonly improvement: TwoText | undefined;
  readonly mayDefine: boolean;
  readonly mayObserve: boolean;
}

/** An indicator with all its values, as the zone's people see it; for anybody else there is none. */
export async function indicatorFor(tx: Tx, actor: Actor, id: number): Promise<IndicatorView | undefined> {
  const [row] = await tx.select().from(indicators).where(eq(indicators.id, id));
  if (!row || !canSeeIndicators(actor, row.zoneCode)) return undefined;
  return {
    row,
    name: inBoth(row.nameZh, row.nameEn),
    targets: await targetsOf(tx, id),
    observations: await observationsOf(tx, id),
    ...(await around(tx, row)),
    mayDefine: canDefine(actor, row.zoneCode),
    mayObserve: row.formula === '' && canObserve(actor, row),
  };
}

/** What is said in one language only is said so in both. */
export function inBoth(zh: string, en: string): TwoText {
  return { zh: zh || en, en: en || zh };
}

type Around = Record<'zone' | 'unit' | 'plan' | 'cluster' | 'improvement', [zh: string, en: string] | null>;

async function around(tx: Tx, { zoneCode, unitId, planId, clusterId, improvement }: IndicatorRow) {
  const { rows } = await tx.execute<Around>(sql`select
    (select jsonb_build_array(name_zh, name_en) from zone where code = ${zoneCode}) as zone,
    (select jsonb_build_array(name_zh, name_en) from unit where id = ${unitId}) as unit,
    (select jsonb_build_array(title_zh, title_en) from plan where id = ${planId}) as plan,
    (select jsonb_build_array(name_zh, name_en) from cluster where id = ${clusterId}) as cluster,
    (select jsonb_build_array(name_zh, name_en) from improvement where key = ${improvement}) as improvement`);
  const text = (key: keyof Around) => rows[0]?.[key] && inBoth(...rows[0][key]);
  const named = (key: 'plan' | 'cluster', id: number | null) => {
    const name = text(key);
    return name && id !== null ? { id, name } : undefined;
  };
  return {
    zone: text('zone') || inBoth(zoneCode, ''),
    unit: text('unit') || undefined,
    plan: named('plan', planId),
    cluster: named('cluster', clusterId),
    improvement: text('improvement') || undefined,
  };
}

async function observationsOf(tx: Tx, id: number): Promise<ObservationView[]> {
  const { rows } = await tx.execute<
    Omit<ObservationView, 'source' | 'at'> & { zh: string; en: string; at: string }
  >(sql`
    select period_end::text as end, revision, is_current as "isCurrent", value::float8 as value, state, origin,
      source_zh as zh, source_en as en, source_url as "sourceUrl", document, article_id::int as "articleId", note,
      actor_name as by, at::text from observation
    where indicator_id = ${id} order by period_end desc, revision desc limit 1000`);
  return rows.map(({ zh, en, at, ...row }) => ({ ...row, source: inBoth(zh, en), at: new Date(at) }));
}

/** The indicators of the zone with these keys, and those whose formulas name this one. */
export async function indicatorsKeyed(tx: Tx, zone: string, keys: readonly string[]): Promise<Named[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .select({ id: indicators.id, zh: indicators.nameZh, en: indicators.nameEn })
    .from(indicators)
    .where(sql`zone_code = ${zone} and key = any(${sql.param([...keys])})`)
    .orderBy(asc(indicators.position), asc(indicators.id));
  return rows.map(({ id, zh, en }) => ({ id, name: inBoth(zh, en) }));
}
