import { inArray, sql, type SQL } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import type { WorkCalendar } from '#calendar/workdays.ts';
import { dateOf } from '#language/dates.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { batch, readFacts } from './read-facts.server.ts';
import { standingOf, type Standing } from './standing.ts';
import { tasks } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'refresh-tasks': Record<string, never>;
  }
}

export interface RefreshInput {
  /** Those tasks, ended or not; left out, all that are open. */
  readonly ids?: readonly number[];
  readonly today: string;
}

/** Computes how tasks stand on that day and keeps it; answers how many. Nothing else writes a light or a percentage. */
export async function refreshTasks(tx: Tx, { ids, today }: RefreshInput): Promise<number> {
  if (ids?.length === 0) return 0;
  const which = ids ? inArray(tasks.id, [...ids]) : sql`${tasks.state} in ('planned', 'under-way')`;
  const calendar = await readCalendar(tx);
  let count = 0;
  for (let after = 0, found = batch; found === batch;) {
    const last = await refreshBatch(tx, { which, after, today, calendar });
    [after, found] = [last.id, last.count];
    count += found;
  }
  return count;
}

interface Batch {
  readonly which: SQL;
  readonly after: number;
  readonly today: string;
  readonly calendar: WorkCalendar;
}

async function refreshBatch(tx: Tx, { which, after, today, calendar }: Batch): Promise<{ id: number; count: number }> {
  const facts = await readFacts(tx, { which, after });
  if (facts.length > 0) {
    const standings = facts.map((one) => ({ id: one.id, ...standingOf(one, today, calendar) }));
    await keep(tx, standings, today);
  }
  return { id: facts.at(-1)?.id ?? after, count: facts.length };
}

async function keep(tx: Tx, standings: readonly (Standing & { id: number })[], today: string): Promise<void> {
  const [ids, lights, percents] = [
    standings.map(({ id }) => id),
    standings.map(({ light }) => light),
    standings.map(({ percent }) => percent),
  ];
  const { rows } = await tx.execute<{ plan: string }>(sql`
    with stands as (
      select * from unnest(${sql.param(ids)}::bigint[], ${sql.param(lights)}::text[], ${sql.param(percents)}::smallint[])
        as stands (task_id, light, percent)
    ), shown as (
      select distinct task.plan_id from task join stands on task_id = task.id
      where is_public and plan_id is not null and (task.light, task.percent) is distinct from (stands.light, stands.percent)
    ), kept as (
      update task set light = stands.light, percent = stands.percent, standing_on = ${today}
      from stands where task.id = task_id
    ) select plan_id as plan from shown`);
  if (rows.length > 0)
    await notifyChanged(
      tx,
      rows.map(({ plan }) => `plan:${plan}`),
    );
}

/** Just after midnight in China every open task is looked at anew. */
export const refreshAllTasks: Handler<'refresh-tasks'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => refreshTasks(tx, { today: dateOf(now()) }));
};
