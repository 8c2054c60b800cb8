import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { containing } from '#text/like.ts';
import { canReadTasks, zonesOfTasks } from './task.ts';

type Filters = Readonly<Record<string, string>>;

/** The tasks this person reads: those of their zones, public or not. */
export function tasksOf(actor: Actor): SQL {
  const zones = zonesOfTasks(actor, canReadTasks);
  return zones ? sql`task.zone_code = any(${sql.param(zones)}::text[])` : sql`true`;
}

/** The block that a unit stands in: itself, or what stands above it. */
export const blockOfUnit = sql`(select case when own.kind = 'block' then own.id when above.kind = 'block' then above.id
    when top.kind = 'block' then top.id end
  from unit own left join unit above on above.id = own.parent_id left join unit top on top.id = above.parent_id
  where own.id = task.lead_unit_id)`;

const isOpen = sql`task.state in ('planned', 'under-way')`;
export const isOfUnits = (units: readonly number[]) => sql`(task.lead_unit_id = any(${sql.param([...units])}::bigint[])
  or exists (select from task_unit where task_id = task.id and unit_id = any(${sql.param([...units])}::bigint[])))`;

/** The units this person reports for. */
export function unitsOf(actor: Actor): number[] {
  return actor.memberships.flatMap(({ role, unit }) => (role === 'officer' && unit !== undefined ? [unit] : []));
}

const orNone = (column: SQL, value: string) =>
  value === 'none' ? sql`${column} is null` : sql`${column} = ${value}::bigint`;

const states: Readonly<Record<string, SQL>> = {
  open: isOpen,
  'to-recheck': sql`task.state = 'under-way' and task.done_asked_at is not null`,
};

const conditions: Readonly<Record<string, (value: string, actor: Actor) => SQL>> = {
  q: named,
  light: (value) => sql`task.light = ${value}`,
  state: (value) => states[value] ?? sql`task.state = ${value}`,
  unit: (value) => (value === 'none' ? sql`task.lead_unit_id is null` : isOfUnits([Number(value)])),
  block: (value) => sql`${blockOfUnit} = ${value}::bigint`,
  plan: (value) => orNone(sql`task.plan_id`, value),
  from: (value) => sql`task.due_on >= ${value}::date`,
  to: (value) => sql`task.due_on <= ${value}::date`,
  whose: (_, actor) => isOfUnits(unitsOf(actor)),
  zone: (value) => sql`task.zone_code = ${value}`,
};

function named(text: string): SQL {
  const like = containing(text);
  return sql`(task.title_zh ilike ${like} or task.title_en ilike ${like} or task.number = ${text}
    or task.person_name ilike ${like} or task.id::text = ${text})`;
}

/** Which tasks a list with these filters is about, for this person. */
export function tasksAsked(actor: Actor, filters: Filters): SQL {
  const asked = Object.entries(filters).map(([key, value]) => conditions[key]?.(value, actor) ?? sql`true`);
  return sql.join([tasksOf(actor), ...asked], sql` and `);
}
