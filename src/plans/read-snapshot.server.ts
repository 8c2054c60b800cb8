import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { PlanSnapshot } from './snapshot.ts';

/**
 * The plan as it stands now, whole or as much of it as is public. Indicators, clusters and tasks are nouns of later
 * folders, so they are read by the names of their tables: one statement, one moment.
 */
export async function snapshotNow(tx: Tx, plan: number, audience: 'zone' | 'public'): Promise<PlanSnapshot> {
  const isShown = audience === 'public' ? sql`is_public` : sql`true`;
  const { rows } = await tx.execute<PlanSnapshot & Record<string, unknown>>(sql`select
    (select jsonb_build_object('titleZh', title_zh, 'titleEn', title_en, 'summaryZh', summary_zh, 'summaryEn', summary_en,
      'issuerZh', issuer_zh, 'issuerEn', issuer_en, 'documentNumber', document_number, 'issuedOn', issued_on,
      'beginsOn', begins_on, 'endsOn', ends_on) from plan where id = ${plan}) as plan,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'parentId', parent_id, 'number', number, 'nameZh', title_zh,
      'nameEn', title_en) order by position, id), '[]') from goal where plan_id = ${plan}) as goals,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'nameZh', name_zh, 'nameEn', name_en, 'tier', tier,
      'targets', (select coalesce(jsonb_agg(jsonb_build_object('year', year, 'value', target) order by year), '[]')
        from cluster_year where cluster_id = cluster.id and target is not null))
      order by position, id), '[]') from cluster where plan_id = ${plan} and ${isShown}) as clusters,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'goalId', goal_id, 'clusterId', cluster_id, 'nameZh', name_zh,
      'nameEn', name_en, 'measureZh', measure_zh, 'measureEn', measure_en, 'targets', (select coalesce(jsonb_agg(
        jsonb_build_object('on', period_end, 'value', value) order by period_end), '[]')
        from indicator_target where indicator_id = indicator.id))
      order by position, id), '[]') from indicator where plan_id = ${plan} and ${isShown}) as indicators,
    (select coalesce(jsonb_agg(jsonb_build_object('id', task.id, 'goalId', goal_id, 'number', number, 'nameZh', title_zh,
      'nameEn', title_en, 'beginsOn', begins_on, 'dueOn', due_on, 'unitZh', coalesce(unit.name_zh, ''),
      'unitEn', coalesce(unit.name_en, ''), 'isCancelled', state = 'cancelled') order by number, task.id), '[]')
      from task left join unit on unit.id = lead_unit_id where plan_id = ${plan} and ${isShown}) as tasks`);
  const [snapshot] = rows;
  if (!snapshot?.plan) throw new Error(`plan ${plan} is not there to be kept`);
  return snapshot;
}
