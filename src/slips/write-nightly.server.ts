import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { indicatorsThatStand, projectsThatStand, tasksThatStand } from './read-causes.server.ts';
import { raiseAll, type RaisedSlip } from './write-raise.server.ts';
import { refreshSlips } from './write-refresh.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'raise-slips': Record<string, never>;
  }
}

/** Just after midnight, when tasks, indicators and projects have been read anew. */
export const raiseSlipsNightly: Handler<'raise-slips'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => raiseSlips(tx, dateOf(now())));
};

/** Raises what the rules ask for, one open slip for one cause, and lets the open ones climb. A second time on a day it does nothing. */
export async function raiseSlips(tx: Tx, today: string): Promise<RaisedSlip[]> {
  await watchBlueTasks(tx, today);
  const wanted = [
    ...(await tasksThatStand(tx, today)),
    ...(await indicatorsThatStand(tx, today)),
    ...(await projectsThatStand(tx, today)),
  ];
  const raised = await raiseAll(tx, theSystem, { wanted, today });
  await refreshSlips(tx, { today });
  return raised;
}

async function watchBlueTasks(tx: Tx, today: string): Promise<void> {
  const isBlue = sql`light = 'blue' and state in ('planned', 'under-way')`;
  await tx.execute(sql`delete from slip_watch
    where not exists (select from task where task.id = task_id and ${isBlue})`);
  await tx.execute(sql`insert into slip_watch (task_id, zone_code, since)
    select id, zone_code, ${today} from task where ${isBlue} on conflict do nothing`);
}
