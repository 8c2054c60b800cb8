import { sql, type SQL } from 'drizzle-orm';
import { commandLine } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';

/** What a busy zone has: one zone holds all of it, which is the worst that its page can meet. */
export const full = { plans: 50, tasks: 5_000, indicators: 2_000, projects: 20_000 };
export const perTask = { milestones: 5, reports: 20 };
export const perIndicator = 100;
export type Sizes = typeof full;

export function part(share: number): Sizes {
  const of = (count: number) => Math.max(Math.round(count * share), 1);
  return {
    plans: of(full.plans),
    tasks: of(full.tasks),
    indicators: of(full.indicators),
    projects: of(full.projects),
  };
}

const improvements = sql`(array['quality', 'enterprises', 'innovation', 'digital', 'green'])`;
const stages = sql`(array['lead', 'assessed', 'negotiating', 'signed', 'approval', 'started', 'completed', 'in-production',
  'full-capacity', 'fulfilled'])`;

interface Filled {
  readonly zone: string;
  readonly today: string;
}

/** Fills the zone up from one size to the next. The same numbers make the same rows: n decides everything. */
export async function fillDelivery(
  owner: Database,
  { zone, today }: Filled,
  { from, to }: { from: Sizes; to: Sizes },
): Promise<void> {
  await owner.inTransaction(commandLine, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    // What the triggers and references would do a row at a time is not what is measured here.
    await tx.execute(sql`set local session_replication_role = replica`);
    const day = sql`${today}::date`;
    if (from.plans === 0) await people(tx, zone);
    await plans(tx, { zone, day, n: series(from.plans, to.plans) });
    await tasks(tx, { zone, day, n: series(from.tasks, to.tasks) });
    await indicators(tx, { zone, day, n: series(from.indicators, to.indicators) });
    await projects(tx, { zone, day, n: series(from.projects, to.projects) });
    await slips(tx, zone, day);
  });
  await owner.pool.query(`vacuum (analyze) plan, task, task_unit, milestone, report, indicator, indicator_target,
    observation, project, project_log, project_signing, project_arrival, slip, cluster, cluster_year, unit`);
}

const series = (from: number, to: number) => sql`generate_series(${from + 1}::int, ${to}::int) n`;

interface Part {
  readonly zone: string;
  readonly day: SQL;
  readonly n: SQL;
}

async function people(tx: Tx, zone: string): Promise<void> {
  await tx.execute(sql`insert into unit (zone_code, kind, name_zh, name_en)
    select ${zone}, case when n <= 8 then 'block' else 'unit' end, '单位' || n, 'Unit ' || n from generate_series(1, 40) n`);
  await tx.execute(sql`insert into cluster (zone_code, tier, position, name_zh)
    select ${zone}, case when n <= 3 then 'thousand-yi' else 'five-hundred-yi' end, n, '集群' || n from generate_series(1, 6) n`);
  await tx.execute(sql`insert into cluster_year (cluster_id, zone_code, year, target, stated, source_zh)
    select id, zone_code, year, 1e10 * (year - 2015), 9e9 * (year - 2015), '统计公报' from cluster, generate_series(2020, 2026) year
    where zone_code = ${zone}`);
}

/** Of the zone's units, the one that n comes to. */
const unitOf = (zone: string) =>
  sql`(select ids[1 + n % 40] from (select array_agg(id order by id) as ids from unit where zone_code = ${zone}) units)`;

async function plans(tx: Tx, { zone, day, n }: Part): Promise<void> {
  await tx.execute(sql`insert into plan (zone_code, state, title_zh, begins_on, ends_on)
    select ${zone}, 'in-force', '实施方案' || n, ${day} - 400, ${day} + 600 from ${n}`);
}

async function tasks(tx: Tx, { zone, day, n }: Part): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into task (zone_code, plan_id, state, title_zh, lead_unit_id, begins_on, due_on, reported_on, done_on, rechecked_by,
        done_asked_at)
      select ${zone}, (select ids[1 + n % array_length(ids, 1)] from (select array_agg(id order by id) as ids from plan
          where zone_code = ${zone}) plans),
        (array['planned', 'under-way', 'under-way', 'under-way', 'done'])[1 + n % 5], '重点任务' || n, ${unitOf(zone)},
        ${day} - 300 - n % 60, ${day} - 40 + n * 7 % 360, ${day} - n % 50, case when n % 5 = 4 then ${day} - n % 30 end,
        case when n % 5 = 4 then 'account:2' end, case when n % 97 = 0 then now() end
      from ${n} returning id, zone_code, begins_on, due_on, lead_unit_id),
    helped as (
      insert into task_unit (task_id, unit_id, zone_code) select made.id, unit.id, made.zone_code
      from made join unit on unit.zone_code = made.zone_code and unit.id <> lead_unit_id and (unit.id + made.id) % 60 = 0),
    stepped as (
      insert into milestone (task_id, zone_code, position, title_zh, due_on, done_on)
      select id, zone_code, step, '节点' || step, begins_on + (due_on - begins_on) * step / ${perTask.milestones}::int,
        case when begins_on + (due_on - begins_on) * step / ${perTask.milestones}::int < ${day} - (id % 30)::int
          then begins_on + (due_on - begins_on) * step / ${perTask.milestones}::int end
      from made, generate_series(1, ${perTask.milestones}::int) step)
    insert into report (task_id, zone_code, body, via, reported_on, actor, actor_name, at)
    select id, zone_code, '本月完成计划的一部分，正在推进下一步。', 'desk', ${day} - (step * 18 + (id % 18)::int),
      'account:3', '陈科长', (${day} - (step * 18 + (id % 18)::int))::timestamptz
    from made, generate_series(0, ${perTask.reports - 1}::int) step`);
}

/** Most are entered each month; every tenth is the sum of the two before it. */
async function indicators(tx: Tx, { zone, day, n }: Part): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into indicator (zone_code, unit_id, position, key, improvement, name_zh, measure_zh, period, accumulation, formula,
        baseline, baseline_on)
      select ${zone}, ${unitOf(zone)}, n % 1000, 'm_' || n, ${improvements}[1 + n % 5], '指标' || n, '亿元', 'month', 'point',
        case when n % 10 = 0 then 'm_' || n - 1 || ' + m_' || n - 2 else '' end, 50, '2017-12-31'
      from ${n} returning id, zone_code, formula),
    promised as (
      insert into indicator_target (indicator_id, zone_code, period_end, value)
      select id, zone_code, make_date(year, 12, 31), 60 + (year - 2017) * (8 + id % 5) from made, generate_series(2018, 2028) year)
    insert into observation (indicator_id, zone_code, period_end, value, state, origin, source_zh, actor, actor_name, at)
    select id, zone_code, period_end, 50 + age_in_months * (0.6 + (id % 5) * 0.1) + (id * age_in_months) % 7, 'final',
      case when formula = '' then 'entered' else 'computed' end, '统计月报', 'account:3', '陈科长', period_end::timestamptz + interval '12 days'
    from made, generate_series(0, ${perIndicator - 1}::int) back,
      lateral (select (date_trunc('month', ${day}) - make_interval(months => back) - interval '1 day')::date as period_end,
        ${perIndicator}::int - back as age_in_months) period
    where id % 20 > 0 or back > 1`);
}

async function projects(tx: Tx, { zone, day, n }: Part): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into project (zone_code, reference, name_zh, stage, stage_since, status, status_reason, industries, block_id,
        lead_unit_id, manager_name, planned_investment, next_step, next_step_on, counts_on, counts_as, agreed, arrived)
      select ${zone}, 'BENCH-' || n, '投资项目' || n, ${stages}[1 + n % 10], ${day} - n * 13 % 500,
        case when n % 17 = 0 then 'lost' else 'active' end, case when n % 17 = 0 then '落户外地' else '' end,
        array[(array['3984', '2710', '3562', '6513'])[1 + n % 4]], (select ids[1 + n % 8] from (select array_agg(id order by id) as ids
          from unit where zone_code = ${zone} and kind = 'block') blocks), ${unitOf(zone)}, '经理' || n % 90, n % 300 * 1e6,
        '下一步', ${day} - 20 + n % 90, case when n % 10 >= 3 then ${day} - 200 - n % 900 end,
        case when n % 10 >= 3 then 'formal' end, case when n % 10 >= 3 then n % 300 * 1e6 else 0 end,
        case when n % 10 >= 4 then n % 300 * 4e5 else 0 end
      from ${n} returning id, zone_code, counts_on, agreed, arrived, stage, stage_since),
    signed as (
      insert into project_signing (project_id, zone_code, kind, amount, increment, signed_on, actor, actor_name)
      select id, zone_code, 'formal', agreed, agreed, counts_on, 'account:3', '经理' from made where counts_on is not null),
    came as (
      insert into project_arrival (project_id, zone_code, kind, amount, arrived_on, source, actor, actor_name)
      select id, zone_code, 'capital', arrived / 2, counts_on + 30 * part, '银行凭证', 'account:3', '经理'
      from made, generate_series(1, 2) part where arrived > 0)
    insert into project_log (project_id, zone_code, kind, from_value, to_value, happened_on, actor, actor_name, at)
    select id, zone_code, 'stage', ${stages}[rank - 1], ${stages}[rank], stage_since - 60 * (stage_rank(stage) - rank),
      'account:3', '经理', (stage_since - 60 * (stage_rank(stage) - rank))::timestamptz
    from made, lateral generate_series(2, stage_rank(stage)) rank`);
}

async function slips(tx: Tx, zone: string, day: SQL): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into slip (zone_code, reference, cause, task_id, title, colour, raised_on, unit_id, state)
      select zone_code, 'BENCH-' || id, 'task', id, title_zh, (array['blue', 'yellow', 'red'])[1 + id % 3], ${day} - (id % 40)::int,
        lead_unit_id, 'assigned'
      from task where zone_code = ${zone} and id % 25 = 0
        and not exists (select from slip where slip.task_id = task.id) returning id, zone_code, raised_on)
    insert into slip_event (slip_id, zone_code, kind, happened_on, actor, actor_name)
    select id, zone_code, kind, raised_on, 'account:2', '督查室' from made, unnest(array['raised', 'assigned']) kind order by id, kind desc`);
}
