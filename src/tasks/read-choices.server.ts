import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { taskList, type TaskChoices } from './list.ts';
import { tasksOf } from './list-scope.server.ts';
import { canReadTasks, zonesOfTasks } from './task.ts';

type Found = { value: string; zh: string; en: string; zone_zh: string; zone_en: string };

/** What this person can filter tasks by: zones, units, blocks and plans of what they read. */
export async function taskChoices(tx: Tx, actor: Actor): Promise<TaskChoices> {
  const zones = await found(
    tx,
    sql`select code as value, name_zh as zh, name_en as en, '' as zone_zh, '' as zone_en
    from zone where code in (select task.zone_code from task where ${tasksOf(actor)}) or code = any(${own(actor)}) order by 2`,
  );
  const many = zones.length > 1;
  const inZones = sql`zone.code = any(${sql.param(zones.map(({ value }) => value))}::text[])`;
  const units = (which: SQL) => sql`select unit.id::text as value, unit.name_zh as zh,
      coalesce(nullif(unit.name_en, ''), unit.name_zh) as en, zone.name_zh as zone_zh, zone.name_en as zone_en
    from unit join zone on zone.code = unit.zone_code where ${inZones} and ${which}
    order by zone.name_zh, unit.position, unit.id limit 2000`;
  const plans = sql`select plan.id::text as value, plan.title_zh as zh, coalesce(nullif(plan.title_en, ''), plan.title_zh) as en,
      zone.name_zh as zone_zh, zone.name_en as zone_en
    from plan join zone on zone.code = plan.zone_code where ${inZones}
    order by zone.name_zh, plan.begins_on desc, plan.id desc limit 500`;
  return {
    zones: zones.map(choiceOf(false)),
    units: (await found(tx, units(sql`unit.active`))).map(choiceOf(many)),
    blocks: (await found(tx, units(sql`unit.active and unit.kind = 'block'`))).map(choiceOf(many)),
    plans: (await found(tx, plans)).map(choiceOf(many)),
  };
}

function own(actor: Actor): SQL {
  return sql`${sql.param(zonesOfTasks(actor, canReadTasks) ?? [])}::text[]`;
}

async function found(tx: Tx, query: SQL): Promise<Found[]> {
  return (await tx.execute<Found>(query)).rows;
}

/** Of several zones, each name says which zone it is of. */
function choiceOf(many: boolean): (row: Found) => Choice {
  return ({ value, zh, en, zone_zh, zone_en }) => ({
    value,
    label: many ? { zh: `${zone_zh} ${zh}`, en: `${en}, ${zone_en}` } : { zh, en },
  });
}

/** The list of tasks as this person has it, and what the address asks of it. */
export async function taskListFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const choices = await taskChoices(tx, actor);
  const list = taskList(choices);
  return { list, asked: askedOf(list, query), choices };
}
