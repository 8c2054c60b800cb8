import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { blockOfUnit } from '#tasks/list-scope.server.ts';
import { taskLights, type TaskLight } from '#tasks/task.ts';
import type { LeaderTasks, TaskGroup, TaskLights } from './leader.ts';

type Found = {
  by: 'all' | 'unit' | 'block' | 'done';
  id: string | null;
  name: TwoText | null;
  light: TaskLight;
  count: number;
  percent: number;
  standing: string | null;
};

/** The tasks of a zone by light, by unit and by block: what is open, as the list of tasks counts it. */
export async function leaderTasks(tx: Tx, zone: string): Promise<LeaderTasks> {
  const { rows } = await tx.execute<Found>(sql`
    with open as materialized (
      select id, zone_code, light, percent, standing_on, lead_unit_id from task
      where zone_code = ${zone} and state in ('planned', 'under-way')),
    blocks as materialized (
      select lead_unit_id, ${blockOfUnit} as block_id from (select distinct lead_unit_id from open) task),
    owed as (
      select id, light, percent, lead_unit_id as unit_id from open
      union select id, light, percent, unit_id from open join task_unit on task_id = id),
    counted as (
      select 'all' as by, null::bigint as id, light, count(*)::int as count, sum(percent)::int as percent,
        min(standing_on)::text as standing from open group by light
      union all select 'unit', unit_id, light, count(*)::int, 0, null from owed group by unit_id, light
      union all select 'block', block_id, light, count(*)::int, 0, null
        from open left join blocks using (lead_unit_id) group by block_id, light
      union all select 'done', null, 'none', count(*)::int, 0, null from task where zone_code = ${zone} and state = 'done')
    select by, counted.id::text, light, count, percent, standing, case when unit.id is not null
      then json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) end as name
    from counted left join unit on unit.id = counted.id`);
  const of = (by: Found['by']) => rows.filter((row) => row.by === by);
  const all = of('all');
  const open = sumOf(all, ({ count }) => count);
  return {
    open,
    done: of('done')[0]?.count ?? 0,
    percent: open === 0 ? 0 : Math.round(sumOf(all, ({ percent }) => percent) / open),
    lights: lightsOf(all),
    units: groupsOf(of('unit')),
    blocks: groupsOf(of('block')),
    standingOn: all.flatMap(({ standing }) => standing ?? []).sort()[0] ?? null,
  };
}

function sumOf(rows: readonly Found[], of: (row: Found) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function lightsOf(rows: readonly Found[]): TaskLights {
  const counts = taskLights.map((light) => [light, rows.find((row) => row.light === light)?.count ?? 0] as const);
  return Object.fromEntries(counts) as Record<TaskLight, number>;
}

/** What is worst first. */
function groupsOf(rows: readonly Found[]): TaskGroup[] {
  const groups = [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    ...{ id: id === null ? null : Number(id), name: own[0]?.name ?? null },
    ...{ total: sumOf(own, ({ count }) => count), lights: lightsOf(own) },
  }));
  const weight = ({ lights, total }: TaskGroup) => lights.red * 1e8 + lights.yellow * 1e4 + total;
  return groups.sort((one, other) => weight(other) - weight(one));
}
