import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { lockTask } from './read-row.server.ts';
import { taskDependencies, tasks } from './tables.server.ts';
import { canKeepTask, mostNeeds } from './task.ts';
import { wayBetween } from './circle.ts';
import type { Owner } from './write-parts.server.ts';

interface NeedInput {
  readonly id: number;
  readonly needs: number;
}

type Answer = Promise<Outcome<{ id: number }>>;

/** Says that a task cannot go on before another is done. A circle is refused, and says which tasks make it. */
export async function addNeed(tx: Tx, actor: Actor, { id, needs }: NeedInput): Answer {
  const locked = await lockTask(tx, actor, id);
  if (!locked.ok) return locked;
  if (!canKeepTask(actor, locked.value)) return refused({ says: words.notYours });
  const { zoneCode } = locked.value;
  const added = await needTasks(tx, { id, zoneCode }, [needs]);
  if (!added.ok) return added;
  const changes = { needs: [null, needs] } as const;
  await remember(tx, actor, { kind: 'task', record: String(id), action: 'task-needs', changes, zone: zoneCode });
  return done({ id });
}

/** Takes a dependency away. */
export async function removeNeed(tx: Tx, actor: Actor, { id, needs }: NeedInput): Answer {
  const locked = await lockTask(tx, actor, id);
  if (!locked.ok) return locked;
  if (!canKeepTask(actor, locked.value)) return refused({ says: words.notYours });
  const { zoneCode: zone } = locked.value;
  const one = and(eq(taskDependencies.taskId, id), eq(taskDependencies.needsTaskId, needs));
  const gone = await tx.delete(taskDependencies).where(one).returning({ id: taskDependencies.taskId });
  if (gone.length === 0) return done({ id });
  const changes = { needs: [needs, null] } as const;
  await remember(tx, actor, { kind: 'task', record: String(id), action: 'task-needs', changes, zone });
  return done({ id });
}

/** Keeps the dependencies of a task; for verbs that have asked who may. */
export async function needTasks(tx: Tx, { id, zoneCode }: Owner, needs: readonly number[]): Answer {
  const wanted = [...new Set(needs)];
  if (wanted.length === 0) return done({ id });
  if (wanted.includes(id)) return refused({ field: 'needs', says: words.needsItself });
  // Two dependencies that are added at the same time could make a circle that neither of them sees.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('task dependency'), hashtext(${zoneCode}))`);
  const found = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, wanted), eq(tasks.zoneCode, zoneCode)));
  if (found.length < wanted.length) return refused({ field: 'needs', says: words.noSuchNeeded });
  const circle = await circleThrough(tx, id, wanted);
  if (circle) return refused({ field: 'needs', says: words.cycle(circle) });
  const rows = wanted.map((needsTaskId) => ({ taskId: id, needsTaskId, zoneCode }));
  await tx.insert(taskDependencies).values(rows).onConflictDoNothing();
  const count = await tx.$count(taskDependencies, eq(taskDependencies.taskId, id));
  return count > mostNeeds ? refused({ field: 'needs', says: words.tooManyNeeds }) : done({ id });
}

/** The way from what is to be needed back to the task itself, in titles; undefined where there is none. */
async function circleThrough(tx: Tx, id: number, needs: readonly number[]): Promise<string | undefined> {
  const { rows } = await tx.execute<{ from: string; to: string }>(sql`
    with recursive edge (task_id, needs_task_id) as (
      select task_id, needs_task_id from task_dependency where task_id = any(${sql.param([...needs])}::bigint[])
      union
      select next.task_id, next.needs_task_id from edge
        join task_dependency as next on next.task_id = edge.needs_task_id
    ) select task_id as "from", needs_task_id as "to" from edge`);
  const edges = rows.map(({ from, to }) => [Number(from), Number(to)] as const);
  const way = wayBetween([...needs.map((one) => [id, one] as const), ...edges], id);
  if (!way) return undefined;
  const found = await tx.select({ id: tasks.id, title: tasks.titleZh }).from(tasks).where(inArray(tasks.id, way));
  const titles = new Map(found.map((one) => [one.id, one.title.slice(0, 30)]));
  return way.map((one) => titles.get(one) ?? '').join(' → ');
}
