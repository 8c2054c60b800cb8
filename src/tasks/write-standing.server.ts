import { inArray, sql, type SQL } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { officialCalendar } from '#calendar/workdays.ts';
import { dateOf } from '#language/dates.ts';
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
  let count = 0;
  for (let after = 0, found = batch; found === batch;) {
    const last = await refreshBatch(tx, { which, after, today });
    [after, found] = [last.id, last.count];
    count += found;
  }
  return count;
}

interface Batch {
  readonly which: SQL;
  readonly after: number;
  readonly today: string;
}

async function refreshBatch(tx: Tx, { which, after, today }: Batch): Promise<{ id: number; count: number }> {
  const facts = await readFacts(tx, which, after);
  if (facts.length > 0) {
    const standings = facts.map((one) => ({ id: one.id, ...standingOf(one, today, officialCalendar) }));
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
  await tx.execute(sql`
    update ${tasks} set light = stands.light, percent = stands.percent, standing_on = ${today}
    from unnest(${sql.param(ids)}::bigint[], ${sql.param(lights)}::text[], ${sql.param(percents)}::smallint[])
      as stands (id, light, percent)
    where ${tasks.id} = stands.id`);
}

/** Just after midnight in China every open task is looked at anew. */
export const refreshAllTasks: Handler<'refresh-tasks'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => refreshTasks(tx, { today: dateOf(now()) }));
};
