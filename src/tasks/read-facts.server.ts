import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { StandingMilestone, TaskFacts } from './standing.ts';
import { milestones, taskDependencies, tasks } from './tables.server.ts';

export interface FactsOf extends TaskFacts {
  readonly id: number;
}

/** How many are held in memory at once. */
export const batch = 2000;

/** What the standing of tasks hangs on, by id from the first after `after` on; `which` says which tasks. */
export async function readFacts(db: Db, which: SQL, after = 0): Promise<FactsOf[]> {
  const { rows } = await db.execute<{ [field in keyof FactsOf]: FactsOf[field] }>(sql`
    select ${tasks.id}::int8 as id, ${tasks.state} as state, ${tasks.beginsOn}::text as "beginsOn",
      ${tasks.dueOn}::text as "dueOn", ${tasks.reportEvery} as "reportEvery", ${tasks.reportedOn}::text as "reportedOn",
      (${tasks.doneAskedAt} at time zone 'Asia/Shanghai')::date::text as "doneAskedOn",
      ${milestonesOf} as milestones, ${needsOf} as needs
    from ${tasks} where ${which} and ${tasks.id} > ${after} order by ${tasks.id} limit ${batch}`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

const milestonesOf = sql<StandingMilestone[]>`(
  select coalesce(json_agg(json_build_object('id', ${milestones.id}, 'dueOn', ${milestones.dueOn},
    'weight', ${milestones.weight}, 'doneOn', ${milestones.doneOn}) order by ${milestones.id}), '[]')
  from ${milestones} where ${milestones.taskId} = ${tasks.id})`;

const needsOf = sql`(
  select coalesce(json_agg(json_build_object('id', needed.id, 'state', needed.state) order by needed.id), '[]')
  from ${taskDependencies} join ${tasks} as needed on needed.id = ${taskDependencies.needsTaskId}
  where ${taskDependencies.taskId} = ${tasks.id})`;
