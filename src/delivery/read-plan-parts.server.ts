import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { clusters } from '#clusters/tables.server.ts';
import { inBoth } from '#events/event.ts';
import { indicators } from '#indicators/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import { tasks } from '#tasks/tables.server.ts';
import type { ClusterLine, IndicatorLine, PlanParts, TaskLine } from './plan-parts.ts';

/** What hangs on a plan: for its zone's people all of it, for everybody what is public. */
export async function partsOfPlan(db: Db, plan: number, audience: 'zone' | 'public'): Promise<PlanParts> {
  const isShown = (column: SQL) => (audience === 'public' ? sql`${column}` : sql`true`);
  return {
    clusters: await clustersWhere(db, and(eq(clusters.planId, plan), isShown(sql`${clusters.isPublic}`))),
    indicators: await indicatorsWhere(db, and(eq(indicators.planId, plan), isShown(sql`${indicators.isPublic}`))),
    tasks: await tasksWhere(db, and(eq(tasks.planId, plan), isShown(sql`${tasks.isPublic}`))),
  };
}

async function clustersWhere(db: Db, where: SQL | undefined): Promise<ClusterLine[]> {
  const rows = await db.select().from(clusters).where(where).orderBy(asc(clusters.position), asc(clusters.id));
  return rows.map(({ id, nameZh, nameEn, tier }) => ({ id, tier, name: inBoth(nameZh, nameEn) }));
}

/** The last target of the path, which is the plan's promise. */
const target = sql<IndicatorLine['target']>`(select jsonb_build_object('on', period_end, 'value', value)
  from indicator_target where indicator_id = indicator.id order by period_end desc limit 1)`;
const latest = sql<IndicatorLine['latest']>`(select jsonb_build_object('on', period_end, 'value', value,
  'isFinal', state = 'final', 'source', jsonb_build_object('zh', source_zh, 'en', coalesce(nullif(source_en, ''), source_zh)),
  'address', coalesce('/news/' || article_id, nullif(source_url, ''), '/files/' || document || '/original', ''))
  from observation where indicator_id = indicator.id and is_current order by period_end desc limit 1)`;

async function indicatorsWhere(db: Db, where: SQL | undefined): Promise<IndicatorLine[]> {
  const rows = await db
    .select({ indicator: indicators, target, latest })
    .from(indicators)
    .where(where)
    .orderBy(asc(indicators.position), asc(indicators.id));
  return rows.map(({ indicator, ...values }) => {
    const { id, goalId, decimals, light, nameZh, nameEn, measureZh, measureEn } = indicator;
    const words = { name: inBoth(nameZh, nameEn), measure: inBoth(measureZh, measureEn) };
    return { id, goalId, decimals, light, ...words, ...values };
  });
}

async function tasksWhere(db: Db, where: SQL | undefined): Promise<TaskLine[]> {
  const rows = await db
    .select({ task: tasks, unitZh: units.nameZh, unitEn: units.nameEn })
    .from(tasks)
    .leftJoin(units, eq(units.id, tasks.leadUnitId))
    .where(where)
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  return rows.map(({ task, unitZh, unitEn }) => {
    const { id, goalId, number, dueOn, state, light, percent } = task;
    const unit = unitZh === null ? null : inBoth(unitZh, unitEn ?? '');
    return { id, goalId, number, dueOn, state, light, percent, unit, title: inBoth(task.titleZh, task.titleEn) };
  });
}
