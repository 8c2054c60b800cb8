import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { milestones, taskUnits } from './tables.server.ts';
import type { MilestoneInput, TaskInput } from './task.ts';

export interface Owner {
  readonly id: number;
  readonly zoneCode: string;
}

/** The unit that leads is not beside itself. */
export function settled(said: TaskInput): TaskInput {
  return { ...said, coUnits: said.coUnits.filter((unit) => unit !== said.leadUnitId) };
}

/** The columns of the task itself. */
export function fieldsOf(said: TaskInput): Omit<TaskInput, 'milestones' | 'coUnits'> {
  const { planId, goalId, number, titleZh, titleEn, detailZh, detailEn, leadUnitId } = said;
  const { personName, personEmail, personAccountId, beginsOn, dueOn, reportEvery, isPublic, instructionId } = said;
  return {
    ...{ planId, goalId, number, titleZh, titleEn, detailZh, detailEn, leadUnitId },
    ...{ personName, personEmail, personAccountId, beginsOn, dueOn, reportEvery, isPublic, instructionId },
  };
}

/** Puts the units that work beside the one that leads in place of those before. */
export async function putUnits(tx: Tx, { id, zoneCode }: Owner, units: readonly number[]): Promise<void> {
  await tx.delete(taskUnits).where(eq(taskUnits.taskId, id));
  const rows = units.map((unitId) => ({ taskId: id, unitId, zoneCode }));
  if (rows.length > 0) await tx.insert(taskUnits).values(rows);
}

/** Puts its milestones in their order: those that are named stay as they are known, the others go or come. */
export async function putMilestones(tx: Tx, { id, zoneCode }: Owner, said: readonly MilestoneInput[]): Promise<void> {
  const rows = said.map((one, position) => ({ ...one, position }));
  const kept = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
  const ids = kept.map((row) => row.id);
  const ofTask = eq(milestones.taskId, id);
  await tx.delete(milestones).where(ids.length > 0 ? and(ofTask, notInArray(milestones.id, ids)) : ofTask);
  if (kept.length > 0) await change(tx, kept);
  const added = rows
    .filter((row) => row.id === null)
    .map(({ position, titleZh, titleEn, dueOn, weight }) => ({
      ...{ taskId: id, zoneCode, position, titleZh, titleEn, dueOn, weight },
    }));
  if (added.length > 0) await tx.insert(milestones).values(added);
}

interface Kept extends Omit<MilestoneInput, 'id'> {
  readonly id: number;
  readonly position: number;
}

async function change(tx: Tx, kept: readonly Kept[]): Promise<void> {
  await tx
    .update(milestones)
    .set({
      position: sql`said.position`,
      titleZh: sql`said.title_zh`,
      titleEn: sql`said.title_en`,
      dueOn: sql`said.due_on`,
      weight: sql`said.weight`,
    })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(kept.map(asRow))}::jsonb)
        as said (id bigint, position smallint, title_zh text, title_en text, due_on date, weight smallint)`,
    )
    .where(
      and(
        sql`said.id = ${milestones.id}`,
        inArray(
          milestones.id,
          kept.map(({ id }) => id),
        ),
      ),
    );
}

function asRow({ id, position, titleZh, titleEn, dueOn, weight }: Kept) {
  return { id, position, title_zh: titleZh, title_en: titleEn, due_on: dueOn, weight };
}
