import { sql } from 'drizzle-orm';
import { addDays } from '#calendar/workdays.ts';
import type { TwoText } from '#language/lang.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { slipWords } from '#language/words/slips.ts';
import type { Db } from '#platform/database.server.ts';
import type { Stage } from '#projects/project.ts';
import type { TaskLight } from '#tasks/task.ts';
import { blueDays, restDays } from './rules.ts';
import { inBoth } from './slip.ts';
import type { ToRaise } from './write-raise.server.ts';

/** No slip about it is open, and none was closed a few days ago. */
const isFree = (column: 'task_id' | 'indicator_id' | 'project_id', today: string) => sql`not exists (
  select from slip where slip.${sql.raw(column)} = it.id and (slip.state <> 'closed'
    or (slip.updated_at at time zone 'Asia/Shanghai')::date > ${addDays(today, -restDays)}::date))`;

type Cause = {
  id: string;
  zoneCode: string;
  title: string;
  titleEn: string;
  unitId: string | null;
  personName: string;
  personEmail: string;
  sample: boolean;
};

function toRaise({ zoneCode, title, titleEn, unitId, personName, personEmail, sample }: Cause) {
  const whose = { unitId: unitId === null ? null : Number(unitId), personName, personEmail };
  return { zoneCode, title, titleEn, sample, difficulty: 'ordinary' as const, ...whose };
}

const demanded = ({ zh, en }: TwoText) => ({ demand: zh, demandEn: en });

/** Tasks that are behind or overdue, or have been near their limit for long. */
export async function tasksThatStand(db: Db, today: string): Promise<ToRaise[]> {
  const { rows } = await db.execute<Cause & { light: TaskLight; due: string }>(sql`
    select it.id::text, it.zone_code as "zoneCode", it.title_zh as title, it.title_en as "titleEn", lead_unit_id::text as "unitId",
      person_name as "personName", person_email as "personEmail", sample, light, due_on::text as due
    from task it left join slip_watch on slip_watch.task_id = it.id
    where it.state in ('planned', 'under-way')
      and (light in ('yellow', 'red') or (light = 'blue' and since <= ${addDays(today, -blueDays)}::date))
      and ${isFree('task_id', today)}
    order by it.id`);
  return rows.map((row) => ({ ...toRaise(row), cause: 'task', taskId: Number(row.id), ...demanded(taskDemand(row)) }));
}

function taskDemand({ light, due }: { light: TaskLight; due: string }): TwoText {
  if (light === 'red') return words.byRule.taskRed(due);
  return light === 'yellow' ? words.byRule.taskYellow(due) : words.byRule.taskBlue(blueDays, due);
}

/** The end of the last period whose value is owed by that day. */
const owedPeriod = (today: string) => sql`(date_trunc(it.period, (${today}::date - it.due_days)::timestamp)::date - 1)`;

/** Indicators far behind their target, and those whose value nobody has entered in time. */
export async function indicatorsThatStand(db: Db, today: string): Promise<ToRaise[]> {
  const { rows } = await db.execute<Cause & { light: string; owed: string }>(sql`
    select it.id::text, it.zone_code as "zoneCode", it.name_zh as title, it.name_en as "titleEn", unit_id::text as "unitId",
      '' as "personName", '' as "personEmail", sample, light, ${owedPeriod(today)}::text as owed
    from indicator it
    where (light = 'red' or (formula = '' and ${owedPeriod(today)} >= (created_at at time zone 'Asia/Shanghai')::date
        and not exists (select from observation where indicator_id = it.id and is_current and period_end >= ${owedPeriod(today)})))
      and ${isFree('indicator_id', today)}
    order by it.id`);
  return rows.map((row) => {
    const { indicatorRed, indicatorLate } = words.byRule;
    const name = inBoth(row.title, row.titleEn);
    const demand = row.light === 'red' ? indicatorRed(name) : indicatorLate(name, row.owed);
    return { ...toRaise(row), cause: 'indicator', indicatorId: Number(row.id), ...demanded(demand) };
  });
}

/** Projects that have stood at a stage for too long, or have a permit that is late. */
export async function projectsThatStand(db: Db, today: string): Promise<ToRaise[]> {
  const { rows } = await db.execute<Cause & ProjectCause>(sql`
    select it.id::text, it.zone_code as "zoneCode", it.name_zh as title, it.name_en as "titleEn", coalesce(lead_unit_id, block_id)::text as "unitId",
      manager_name as "personName", '' as "personEmail", sample, it.stage, stage_since::text as since, usual_days as days, permit
    from project it left join stage_rule on stage_rule.stage = it.stage and stage_since + usual_days < ${today}::date
    cross join lateral (select jsonb_path_query_first(light_reasons, '$[*] ? (@.kind == "permit")') as permit) as late
    where status in ('active', 'delayed') and merged_into is null and (usual_days is not null or permit is not null)
      and ${isFree('project_id', today)} and not exists (select from slip join project was on was.id = slip.project_id
        where was.merged_into = it.id and slip.state <> 'closed')
    order by it.id`);
  return rows.map((row) => {
    return { ...toRaise(row), cause: 'project', projectId: Number(row.id), ...demanded(projectDemand(row)) };
  });
}

type ProjectCause = {
  stage: Stage;
  since: string;
  /** How long projects usually stand at that stage; null where it has not stood too long. */
  days: number | null;
  permit: { name: TwoText; on: string } | null;
};

function projectDemand({ stage, since, days, permit }: ProjectCause): TwoText {
  if (permit) return words.byRule.permit(permit.name, permit.on);
  return words.byRule.project(slipWords.stages[stage], since, days ?? 0);
}
