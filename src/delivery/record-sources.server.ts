import { sql, type SQL } from 'drizzle-orm';
import type { Week } from './leader.ts';
import type { RecordsOf } from './records.ts';

export interface SourceAsked extends Week {
  readonly improvement?: string | undefined;
  readonly light?: string | undefined;
}

type Source = (asked: SourceAsked) => SQL;

const day = (moment: SQL) => sql`(${moment} at time zone 'Asia/Shanghai')::date`;
/** The first moment of that day in China. */
const begins = (since: string) => sql`(${since}::date::timestamp at time zone 'Asia/Shanghai')`;

const rank = (light: SQL) => sql`array_position(array['none', 'green', 'blue', 'yellow', 'red'], ${light})`;

/** What has turned in the week for the worse, and is so still. A row of the list is a record, of which kind its remainder says. */
const turned = (table: 'task' | 'indicator' | 'project', { zone, since }: Week) => {
  const title = sql.raw(table === 'task' ? 'title' : 'name');
  return sql`select id * 3 + ${['task', 'indicator', 'project'].indexOf(table)}::int as row, ${table} as record, id,
    ${day(sql`light_turned_at`)} as day, light_was as was, light as now, ${title}_zh as zh, ${title}_en as en, '' as note_zh, '' as note_en
  from ${sql.identifier(table)} where zone_code = ${zone} and light_turned_at >= ${begins(since)} and light in ('yellow', 'red')
    and ${rank(sql`light`)} > ${rank(sql`light_was`)}`;
};

const lights: Source = (week) => sql`${turned('task', week)} union all ${turned('indicator', week)}
  union all ${turned('project', week)} and merged_into is null`;

const milestones: Source = ({ zone, since }) => sql`
  select milestone.id as row, 'task' as record, task.id, milestone.done_on as day, '' as was, '' as now,
    task.title_zh as zh, task.title_en as en, milestone.title_zh as note_zh,
    coalesce(nullif(milestone.title_en, ''), milestone.title_zh) as note_en
  from milestone join task on task.id = task_id where milestone.zone_code = ${zone} and milestone.done_on >= ${since}::date`;

const reports: Source = ({ zone, since }) => sql`
  select report.id as row, 'task' as record, task.id, ${day(sql`report.at`)} as day, '' as was, task.light as now,
    task.title_zh as zh, task.title_en as en, report.body as note_zh, report.body as note_en
  from report join task on task.id = task_id where report.zone_code = ${zone} and report.at >= ${begins(since)}`;

const moves: Source = ({ zone, since }) => sql`
  select line.id as row, 'project' as record, project.id, ${day(sql`line.at`)} as day, from_value as was, to_value as now,
    name_zh as zh, name_en as en, line.note as note_zh, line.note as note_en
  from project_log line join project on project.id = project_id and merged_into is null
  where line.zone_code = ${zone} and line.at >= ${begins(since)} and line.kind = 'stage'`;

/** What people said; what formulas came to every night is no news of the week. */
const observations: Source = ({ zone, since }) => sql`
  select said.id as row, 'indicator' as record, indicator.id, ${day(sql`said.at`)} as day, said.period_end::text as was,
    said.state as now, name_zh as zh, name_en as en, trim_scale(said.value) || ' ' || measure_zh as note_zh,
    trim_scale(said.value) || ' ' || coalesce(nullif(measure_en, ''), measure_zh) as note_en
  from observation said join indicator on indicator.id = indicator_id
  where said.zone_code = ${zone} and said.at >= ${begins(since)} and is_current and origin <> 'computed'`;

const adjustments: Source = ({ zone, since }) => sql`
  select plan.id * 10000 + change.version as row, 'plan' as record, plan.id, ${day(sql`change.at`)} as day,
    (change.version - 1)::text as was, change.version::text as now, title_zh as zh, title_en as en,
    leader_name || ' ' || reason as note_zh, leader_name || ' ' || reason as note_en
  from plan_adjustment change join plan on plan.id = plan_id
  where change.zone_code = ${zone} and change.at >= ${begins(since)}`;

const slipLine = sql`select slip.id as row, 'slip' as record, slip.id, raised_on as day, '' as was, colour as now, title as zh, coalesce(nullif(title_en, ''), title) as en,
  coalesce(unit.name_zh, '') as note_zh, coalesce(nullif(unit.name_en, ''), unit.name_zh, '') as note_en
  from slip left join unit on unit.id = unit_id`;
const raised: Source = ({ zone, since }) => sql`${slipLine}
  where slip.zone_code = ${zone} and raised_on >= ${since}::date`;
const red: Source = ({ zone }) => sql`${slipLine}
  where slip.zone_code = ${zone} and colour = 'red' and state <> 'closed'`;
const solved: Source = ({ zone }) => sql`${slipLine} where slip.zone_code = ${zone} and state = 'solved'`;

const recheck: Source = ({ zone }) => sql`
  select task.id as row, 'task' as record, task.id, ${day(sql`done_asked_at`)} as day, '' as was, light as now,
    title_zh as zh, title_en as en, coalesce(unit.name_zh, '') as note_zh,
    coalesce(nullif(unit.name_en, ''), unit.name_zh, '') as note_en
  from task left join unit on unit.id = lead_unit_id
  where task.zone_code = ${zone} and state = 'under-way' and done_asked_at is not null`;

const blockers: Source = ({ zone }) => sql`
  select blocker.id as row, 'blocker' as record, blocker.id, ${day(sql`filed_at`)} as day, '' as was, '' as now, title as zh, title as en,
    name_zh as note_zh, coalesce(nullif(name_en, ''), name_zh) as note_en
  from blocker join organisation on organisation.id = organisation_id
  where blocker.zone_code = ${zone} and state = 'filed'`;

/** What a leader asked to be changed and nothing has followed from: no adjustment, no step, no slip. */
const instructions: Source = ({ zone }) => sql`
  select i.id as row, case when i.about_kind in ('plan', 'task', 'indicator', 'project') then i.about_kind else 'instruction' end as record,
    coalesce(i.about_record, i.id) as id, i.given_on as day, '' as was, '' as now, left(i.body, 80) as zh, left(i.body, 80) as en,
    i.leader_name as note_zh, i.leader_name as note_en
  from instruction i where i.zone_code = ${zone} and i.about_kind <> 'slip'
    and not exists (select from plan_adjustment one where one.instruction_id = i.id)
    and not exists (select from task_step one where one.instruction_id = i.id)
    and not exists (select from task one where one.instruction_id = i.id or one.cancelled_by_instruction = i.id)
    and not exists (select from slip one where one.instruction_id = i.id)
    and not exists (select from slip_event one where one.instruction_id = i.id)`;

/** Projects that stand before their next gate for longer than is usual. */
const gates: Source = ({ zone }) => sql`
  select id as row, 'project' as record, id, stage_since as day, stage as was, light as now, name_zh as zh, name_en as en,
    next_step as note_zh, next_step as note_en
  from project where zone_code = ${zone} and merged_into is null and light in ('yellow', 'red')
    and light_reasons @> '[{"kind": "stage"}]'`;

const indicatorLine = sql`name_zh as zh, name_en as en,
  coalesce(trim_scale(latest) || ' ' || measure_zh, '') as note_zh,
  coalesce(trim_scale(latest) || ' ' || coalesce(nullif(measure_en, ''), measure_zh), '') as note_en`;

const values: Source = ({ zone, today }) => sql`
  select id as row, 'indicator' as record, id, owed_by as day, owed_on::text as was, light as now, ${indicatorLine}
  from indicator where zone_code = ${zone} and owed_by < ${today}::date`;

const indicators: Source = ({ zone, improvement, light }) => sql`
  select id as row, 'indicator' as record, id, coalesce(latest_on, '0001-01-01'::date) as day, '' as was, light as now, ${indicatorLine}
  from indicator where zone_code = ${zone} and ${light === undefined ? sql`true` : sql`light = ${light}`}
    and ${improvement === undefined ? sql`true` : sql`improvement = ${improvement === 'none' ? '' : improvement}`}`;

/** Each kind of line as rows of the same columns. */
export const sources: Readonly<Record<RecordsOf, Source>> = {
  ...{ lights, milestones, reports, moves, observations, adjustments, raised },
  ...{ recheck, solved, red, blockers, instructions, gates, values, indicators },
};
