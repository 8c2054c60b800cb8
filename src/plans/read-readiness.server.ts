import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Readiness } from './state.ts';
import type { plans } from './tables.server.ts';

interface Counts extends Record<string, unknown> {
  readonly goals: number;
  readonly clusters: number;
  readonly indicators: number;
  readonly tasks: number;
  readonly tasksWithoutUnit: number;
  readonly indicatorsWithoutTarget: number;
}

/** What hangs on a plan, counted; clusters, indicators and tasks are nouns of later folders. */
export async function readinessOf(
  tx: Tx,
  plan: typeof plans.$inferSelect,
): Promise<Readiness & { readonly clusters: number }> {
  const { id, issuerZh, issuedOn, document, articleId } = plan;
  const { rows } = await tx.execute<Counts>(sql`select
    (select count(*)::int from goal where plan_id = ${id}) as goals,
    (select count(*)::int from cluster where plan_id = ${id}) as clusters,
    (select count(*)::int from indicator where plan_id = ${id}) as indicators,
    (select count(*)::int from task where plan_id = ${id}) as tasks,
    (select count(*)::int from task where plan_id = ${id} and lead_unit_id is null and state <> 'cancelled')
      as "tasksWithoutUnit",
    (select count(*)::int from indicator where plan_id = ${id}
      and not exists (select from indicator_target where indicator_id = indicator.id)) as "indicatorsWithoutTarget"`);
  const [counts] = rows;
  if (!counts) throw new Error('nothing was counted');
  return { issuerZh, issuedOn, document, articleId, ...counts };
}
