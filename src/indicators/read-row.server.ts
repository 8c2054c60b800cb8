import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canSeeIndicators, type Indicator } from './indicator.ts';
import type { Valued } from './standing.ts';
import { indicators, indicatorTargets } from './tables.server.ts';

export type IndicatorRow = typeof indicators.$inferSelect;

/** The indicator, locked for a change; one that the actor may not see is as if it did not exist. */
export async function lockIndicator(tx: Tx, actor: Actor, id: number): Promise<Outcome<IndicatorRow>> {
  const [row] = await tx.select().from(indicators).where(eq(indicators.id, id)).for('update');
  return row && canSeeIndicators(actor, row.zoneCode) ? done(row) : refused({ says: words.notFound });
}

/** One zone’s values are entered one after the other: a formula over two of them would else be computed from old ones. */
export async function lockValuesOf(tx: Tx, zone: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('indicators'), hashtext(${zone}))`);
}

export async function targetsOf(tx: Tx, id: number): Promise<Valued[]> {
  return tx
    .select({ end: indicatorTargets.periodEnd, value: indicatorTargets.value })
    .from(indicatorTargets)
    .where(eq(indicatorTargets.indicatorId, id))
    .orderBy(indicatorTargets.periodEnd);
}

/** Which of the records that an indicator names are not the zone's. */
export async function notOfZone(tx: Tx, zone: string, named: Indicator): Promise<(keyof Indicator)[]> {
  const { planId, goalId, clusterId, unitId, improvement } = named;
  const { rows } = await tx.execute<
    Record<'planId' | 'goalId' | 'clusterId' | 'unitId' | 'improvement', boolean>
  >(sql`select
    ${planId}::bigint is null or exists (select from plan where id = ${planId} and zone_code = ${zone}) as "planId",
    ${goalId}::bigint is null or exists (select from goal where id = ${goalId} and plan_id = ${planId}) as "goalId",
    ${clusterId}::bigint is null or exists (select from cluster where id = ${clusterId} and zone_code = ${zone}) as "clusterId",
    ${unitId}::bigint is null or exists (select from unit where id = ${unitId} and zone_code = ${zone}) as "unitId",
    ${improvement} = '' or exists (select from improvement where key = ${improvement}) as "improvement"`);
  const found = rows[0];
  return (['planId', 'goalId', 'clusterId', 'unitId', 'improvement'] as const).filter((field) => !found?.[field]);
}

export async function idOfKey(tx: Tx, zone: string, key: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: indicators.id })
    .from(indicators)
    .where(and(eq(indicators.zoneCode, zone), eq(indicators.key, key)));
  return row?.id;
}
