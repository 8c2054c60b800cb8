import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { NeededTask, TaskFacts } from './standing.ts';
import { milestones, taskDependencies, tasks } from './tables.server.ts';

export interface FactsOf extends TaskFacts {
  readonly id: number;
}

/** How many are held in memory at once. */
export const batch = 2000;

interface Wanted {
  readonly which: SQL | undefined;
  readonly after?: number;
}

/** What the lights and percentages of tasks hang on, by id from the first after `after` on. What they wait for is not among it. */
export async function readFacts(db: Db, { which, after = 0 }: Wanted): Promise<FactsOf[]> {
  const { id, state, beginsOn, dueOn, reportEvery, reportedOn } = tasks;
  const doneAskedOn = sql<string | null>`(${tasks.doneAskedAt} at time zone 'Asia/Shanghai')::date::text`;
  const rows = await db
    .select({ id, state, beginsOn, dueOn, reportEvery, reportedOn, doneAskedOn })
    .from(tasks)
    .where(and(which, gt(tasks.id, after)))
    .orderBy(asc(tasks.id))
    .limit(batch);
  if (rows.length === 0) return [];
  const steps = await db
    .select({
      ...{ task: milestones.taskId, id: milestones.id },
      ...{ dueOn: milestones.dueOn, weight: milestones.weight, doneOn: milestones.doneOn },
    })
    .from(milestones)
    .where(sql`${milestones.taskId} = any(${sql.param(rows.map((row) => row.id))}::bigint[])`);
  const byTask = Map.groupBy(steps, ({ task }) => task);
  return rows.map((row) => ({ ...row, milestones: byTask.get(row.id) ?? [], needs: [] }));
}

export interface Needed extends NeededTask {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly dueOn: string;
}

const { id, state, titleZh, titleEn, dueOn } = tasks;
const neededFields = { id, state, titleZh, titleEn, dueOn };

/** The tasks that one waits for. */
export function neededBy(db: Db, task: number): Promise<Needed[]> {
  const needed = db
    .select({ id: taskDependencies.needsTaskId })
    .from(taskDependencies)
    .where(eq(taskDependencies.taskId, task));
  return db.select(neededFields).from(tasks).where(inArray(tasks.id, needed)).orderBy(asc(tasks.dueOn), asc(tasks.id));
}

/** The tasks that wait for one. */
export function waitingFor(db: Db, task: number): Promise<Needed[]> {
  const waiting = db
    .select({ id: taskDependencies.taskId })
    .from(taskDependencies)
    .where(eq(taskDependencies.needsTaskId, task));
  return db.select(neededFields).from(tasks).where(inArray(tasks.id, waiting)).orderBy(asc(tasks.dueOn), asc(tasks.id));
}
