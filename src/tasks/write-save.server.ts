import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { noAdjustment, type TypedAdjustment } from '#plans/adjustment.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { changesPlan, movedBetween } from './adjustment.ts';
import { parsed } from './parse.ts';
import { contentOf, lockTask, type TaskWork } from './read-row.server.ts';
import { tasks } from './tables.server.ts';
import { canKeepTask, taskInput, type TaskInput } from './task.ts';
import { keepMoved } from './write-adjust.server.ts';
import { problemsTogether } from './read-checks.server.ts';
import { keepStep } from './write-log.server.ts';
import { fieldsOf, putMilestones, putUnits, settled } from './write-parts.server.ts';
import { taskChanged } from './write-public.server.ts';
import { refreshTasks } from './write-standing.server.ts';
import { tellAssigned } from './write-telling.server.ts';

export interface SaveInput {
  readonly id: number;
  /** The revision that the writer saw: a later one is not overwritten. */
  readonly revision: number;
  readonly content: unknown;
  /** What a change of a plan in force rests on. */
  readonly adjustment?: TypedAdjustment;
}

/** Saves what a task says. Where its plan is in force, a date moves only by an instruction and with a reason. */
export async function saveTask(tx: Tx, actor: Actor, input: SaveInput): Promise<Outcome<{ id: number }>> {
  const locked = await lockToKeep(tx, actor, input);
  if (!locked.ok) return locked;
  const work = locked.value;
  const read = parsed(taskInput, input.content);
  if (!read.ok) return read;
  const said = settled(read.value);
  const before = contentOf(work);
  const changes = changesBetween<TaskInput>(before, said);
  if (Object.keys(changes).length === 0) return done({ id: input.id });
  const problems = await problemsTogether(tx, { zone: work.zoneCode, said, before: work });
  if (problems.length > 0) return refused(...problems);
  const adjustment = input.adjustment ?? noAdjustment;
  const plans = changesPlan(before, said) ? [before.planId, said.planId] : [];
  const adjusted = await adjustPlans(tx, actor, { plans, adjustment });
  if (!adjusted.ok) return adjusted;
  await put(tx, work, said);
  await keepMoved(tx, actor, { task: work.row, moved: movedBetween(before, said), adjustment });
  await keep(tx, actor, { work, said, changes });
  return done({ id: input.id });
}

/** The task, for who keeps it, as they saw it and as long as it is open. */
export async function lockToKeep(
  tx: Tx,
  actor: Actor,
  { id, revision }: Pick<SaveInput, 'id' | 'revision'>,
): Promise<Outcome<TaskWork>> {
  const locked = await lockTask(tx, actor, id);
  if (!locked.ok) return locked;
  const problem = whyNotKeep(actor, locked.value, revision);
  return problem ? refused(problem) : locked;
}

function whyNotKeep(actor: Actor, work: TaskWork, revision: number): Problem | undefined {
  const { state, revision: now } = work.row;
  if (!canKeepTask(actor, work)) return { says: words.notYours };
  if (state === 'done' || state === 'cancelled') return { says: words.isOver };
  return revision === now ? undefined : { field: 'revision', says: words.stale };
}

async function put(tx: Tx, { row }: TaskWork, said: TaskInput): Promise<void> {
  await tx
    .update(tasks)
    .set({ ...fieldsOf(said), revision: sql`${tasks.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(tasks.id, row.id));
  await putUnits(tx, row, said.coUnits);
  await putMilestones(tx, row, said.milestones);
}

interface Saved {
  readonly work: TaskWork;
  readonly said: TaskInput;
  readonly changes: Changes;
}

async function keep(tx: Tx, actor: Actor, { work, said, changes }: Saved): Promise<void> {
  const { id, zoneCode: zone } = work.row;
  await remember(tx, actor, { kind: 'task', record: String(id), action: 'change', changes, zone });
  await refreshTasks(tx, { ids: [id], today: dateOf(new Date()) });
  await taskChanged(tx, work.row, said);
  if (!('leadUnitId' in changes) && !('coUnits' in changes)) return;
  await keepStep(tx, actor, { task: work.row, kind: 'assign' });
  await tellAssigned(tx, actor, id);
}
