import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ListedTask } from './list.ts';
import { blockOfUnit, isOfUnits, tasksAsked, tasksOf, unitsOf } from './list-scope.server.ts';
import { taskLights, type TaskLight } from './task.ts';

const id = sql`task.id`;
/** The worst light first, and of those with the same light what is due first. */
const byLight = sql`(case task.light when 'red' then '0' when 'yellow' then '1' when 'blue' then '2' when 'green' then '3'
  else '4' end || ' ' || task.due_on::text)`;
const sortKeys: Readonly<Record<string, SortKey>> = {
  light: { by: byLight, type: 'text' },
  name: { by: sql`left(task.title_zh, 36)`, type: 'text' },
  percent: { by: sql`task.percent::bigint`, type: 'bigint' },
  due: { by: sql`task.due_on`, type: 'date' },
  reported: { by: sql`coalesce(task.reported_on, '0001-01-01'::date)`, type: 'date' },
  updated: { by: sql`task.updated_at`, type: 'timestamptz' },
};

/** Grouped, what stands under one heading stays together, whatever else the list is sorted by. */
const groupKeys: Readonly<Record<string, SortKey>> = {
  unit: {
    by: sql`(coalesce(left(lead.name_zh, 20), '') || ' ' || coalesce(lead.id, 0)::text || ' ' || ${byLight})`,
    type: 'text',
  },
  block: {
    by: sql`(coalesce(left(block.name_zh, 20), '') || ' ' || coalesce(block.id, 0)::text || ' ' || ${byLight})`,
    type: 'text',
  },
};

type Found = Omit<ListedTask, 'id' | 'planId' | 'updatedAt'> & {
  id: string;
  planId: string | null;
  updatedAt: string;
  key: string;
};

const two = (zh: SQL, en: SQL) => sql`json_build_object('zh', ${zh}, 'en', coalesce(nullif(${en}, ''), ${zh}))`;

const joined = sql`task join zone on zone.code = task.zone_code
  left join unit lead on lead.id = task.lead_unit_id
  left join unit block on block.id = ${blockOfUnit}
  left join plan on plan.id = task.plan_id`;

const selected = (key: SQL) => sql`
  select task.id::text, task.zone_code as "zoneCode", ${two(sql`zone.name_zh`, sql`zone.name_en`)} as zone, task.number,
    ${two(sql`task.title_zh`, sql`task.title_en`)} as title, task.state, task.light, task.percent,
    task.state = 'under-way' and task.done_asked_at is not null as "isAsked",
    case when lead.id is not null then ${two(sql`lead.name_zh`, sql`lead.name_en`)} end as unit,
    case when block.id is not null then ${two(sql`block.name_zh`, sql`block.name_en`)} end as block,
    case when plan.id is not null then ${two(sql`plan.title_zh`, sql`plan.title_en`)} end as plan, task.plan_id::text as "planId",
    task.person_name as "personName", task.begins_on::text as "beginsOn", task.due_on::text as "dueOn",
    task.reported_on::text as "reportedOn", task.is_public as "isPublic", task.sample,
    (select json_build_object('zh', title_zh, 'en', coalesce(nullif(title_en, ''), title_zh), 'on', due_on)
      from milestone where task_id = task.id and done_on is null order by due_on, id limit 1) as next,
    to_json(task.updated_at)#>>'{}' as "updatedAt", ${key}::text as key
  from ${joined}`;

/** The tasks this person reads, a page at a time. */
export async function deskTasks(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const { group, ...filters } = asked.filters;
  const key = sortedBy(asked, group);
  const keyset = keysetOf(asked, { [asked.sort.key]: key }, id);
  const where = tasksAsked(actor, filters);
  const { rows } = await tx.execute<Found>(sql`${selected(key.by)}
    where ${keyset?.where ? sql`${where} and ${keyset.where}` : where}
    order by ${keyset?.orderBy ?? id} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last && cursorAt(last.key, last.id);
  return { tasks: rows.slice(0, limit).map(listed), next, total: await counted(tx, where) };
}

function sortedBy({ sort }: Asked, group: string | undefined): SortKey {
  const key = groupKeys[group ?? ''] ?? sortKeys[sort.key];
  if (!key) throw new Error(`tasks are not sorted by ${sort.key}`);
  return key;
}

function listed(row: Found): ListedTask {
  return {
    ...row,
    id: Number(row.id),
    planId: row.planId === null ? null : Number(row.planId),
    updatedAt: new Date(row.updatedAt),
  };
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from task where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

/** How many open tasks this person reads have which light. */
export async function lightCounts(tx: Tx, actor: Actor): Promise<Record<TaskLight, number>> {
  const { rows } = await tx.execute<{ light: TaskLight; count: number }>(sql`
    select light, count(*)::int as count from task
    where ${tasksOf(actor)} and state in ('planned', 'under-way') group by light`);
  const of = (light: TaskLight) => rows.find((row) => row.light === light)?.count ?? 0;
  return Object.fromEntries(taskLights.map((light) => [light, of(light)])) as Record<TaskLight, number>;
}

const mostToday = 8;

/** What waits for an officer today: the open tasks of their units that are not simply on track. */
export async function tasksToday(tx: Tx, actor: Actor): Promise<ListedTask[]> {
  const units = unitsOf(actor);
  if (units.length === 0) return [];
  const { rows } = await tx.execute<Found>(sql`${selected(byLight)}
    where ${tasksOf(actor)} and ${isOfUnits(units)} and task.state in ('planned', 'under-way')
      and task.light in ('blue', 'yellow', 'red') and task.done_asked_at is null
    order by ${byLight}, task.id limit ${mostToday}`);
  return rows.map(listed);
}
