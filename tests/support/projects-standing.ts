import { sql } from 'drizzle-orm';
import type { Stage, Status } from '#projects/project.ts';
import { refreshFigures } from '#projects/write-figures.server.ts';
import { stages } from '#projects/project.ts';
import type { Tx } from '#platform/database.server.ts';

interface Given {
  readonly zone: string;
  readonly name: string;
  readonly stage?: Stage;
  readonly status?: Status;
  readonly block?: number;
  readonly industry?: string;
  /** The day it became a lead; each stage after it a hundred days later. */
  readonly from?: string;
  readonly signed?: number;
  readonly arrived?: number;
  readonly parent?: number;
}

async function number(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(statement);
  return Number(rows[0]?.id);
}

export function block(tx: Tx, zone: string, name: string): Promise<number> {
  return number(tx, sql`insert into unit (zone_code, kind, name_zh) values (${zone}, 'block', ${name}) returning id`);
}

let made = 0;
const usual = { stage: 'lead', status: 'active', from: '2024-01-10' } as const;

/** A project as its own verbs would leave it: with the log of its stages, its signature and the money that came. */
export async function projectIn(tx: Tx, given: Given): Promise<number> {
  const { zone, name, stage, status, from, industry, block: at = null, parent = null } = { ...usual, ...given };
  const way = stages.slice(0, stages.indexOf(stage) + 1);
  made += 1;
  const id = await number(
    tx,
    sql`insert into project (zone_code, reference, name_zh, stage, stage_since, status, status_reason, industries, block_id, parent_id, counts_with)
      values (${zone}, ${`PJ-T-${made}`}, ${name}, ${stage}, ${from}::date + ${(way.length - 1) * 100}::int, ${status},
        ${status === 'active' ? '' : '原因'}, ${sql.param(industry ? [industry] : [])}::text[], ${at}, ${parent}, ${parent}) returning id`,
  );
  await tx.execute(sql`
    insert into project_log (project_id, zone_code, kind, from_value, to_value, happened_on, actor, actor_name, at)
    select ${id}, ${zone}, 'stage', coalesce(lag(stage) over (order by place), ''), stage,
      ${from}::date + ((place - 1) * 100)::int, 'system', 'test', ${from}::date + ((place - 1) * 100)::int
    from unnest(${sql.param([...way])}::text[]) with ordinality as passed (stage, place)`);
  await addMoney(tx, id, given);
  await refreshFigures(tx, [id]);
  return id;
}

async function addMoney(tx: Tx, id: number, { zone, signed, arrived, from = '2024-01-10' }: Given): Promise<void> {
  if (signed !== undefined)
    await tx.execute(sql`
      insert into project_signing (project_id, zone_code, kind, amount, increment, signed_on, actor, actor_name)
      values (${id}, ${zone}, 'formal', ${signed}, ${signed}, ${from}::date + 300, 'system', 'test')`);
  if (arrived !== undefined)
    await tx.execute(sql`
      insert into project_arrival (project_id, zone_code, kind, amount, arrived_on, source, actor, actor_name)
      values (${id}, ${zone}, 'capital', ${arrived}, ${from}::date + 400, '银行回单', 'system', 'test')`);
}
