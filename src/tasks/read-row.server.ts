import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { milestones, tasks, taskUnits } from './tables.server.ts';
import { canReadTasks, type OwedTask, type TaskInput } from './task.ts';

export type TaskRow = typeof tasks.$inferSelect;
export type MilestoneRow = typeof milestones.$inferSelect;

/** A task with what hangs on it, as its verbs need it. */
export interface TaskWork extends OwedTask {
  readonly row: TaskRow;
  readonly milestones: readonly MilestoneRow[];
  readonly coUnits: readonly number[];
}

/** The task, locked for a change by somebody of its zone; any other is as if it did not exist. */
export async function lockTask(tx: Tx, actor: Actor, id: number): Promise<Outcome<TaskWork>> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update');
  return row && !actor.viewedBy && canReadTasks(actor, row.zoneCode)
    ? done(await workOf(tx, row))
    : refused({ says: words.notFound });
}

export async function workOf(db: Db, row: TaskRow): Promise<TaskWork> {
  const units = await db
    .select({ id: taskUnits.unitId })
    .from(taskUnits)
    .where(eq(taskUnits.taskId, row.id))
    .orderBy(asc(taskUnits.unitId));
  const coUnits = units.map(({ id }) => id);
  const steps = await db
    .select()
    .from(milestones)
    .where(eq(milestones.taskId, row.id))
    .orderBy(asc(milestones.position), asc(milestones.id));
  return { row, zoneCode: row.zoneCode, units: [row.leadUnitId, ...coUnits], coUnits, milestones: steps };
}

/** What it says, in the shape of its form. */
export function contentOf({ row, coUnits, milestones: steps }: TaskWork): TaskInput {
  const { planId, goalId, number, titleZh, titleEn, detailZh, detailEn, leadUnitId } = row;
  const { personName, personEmail, personAccountId, beginsOn, dueOn, reportEvery, isPublic, instructionId } = row;
  return {
    ...{ planId, goalId, number, titleZh, titleEn, detailZh, detailEn, leadUnitId, coUnits: [...coUnits] },
    ...{ personName, personEmail, personAccountId, beginsOn, dueOn, reportEvery, isPublic, instructionId },
    milestones: steps.map(({ id, titleZh, titleEn, dueOn, weight }) => ({ id, titleZh, titleEn, dueOn, weight })),
  };
}
