import { and, asc, gt, inArray, isNull } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { DueReminder, OwingTask, ToldStep } from './reminder.ts';
import { milestones, taskReminders, tasks } from './tables.server.ts';

type Row = typeof tasks.$inferSelect;

/** An open task with what is still owed of it, and what was told already. */
export interface Owing {
  readonly row: Row;
  readonly owing: OwingTask;
  readonly told: readonly ToldStep[];
  readonly titles: ReadonlyMap<number, TwoText>;
}

/** One rung that is reached, with its task. */
export interface Reached {
  readonly of: Owing;
  readonly reminder: DueReminder;
}

export const owingAtOnce = 1000;

/** Open tasks in the order of their ids, some at a time. */
export async function readOwing(db: Db, after: number): Promise<Owing[]> {
  const rows = await db
    .select()
    .from(tasks)
    .where(and(inArray(tasks.state, ['planned', 'under-way']), isNull(tasks.doneAskedAt), gt(tasks.id, after)))
    .orderBy(asc(tasks.id))
    .limit(owingAtOnce);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const open = await db
    .select()
    .from(milestones)
    .where(and(inArray(milestones.taskId, ids), isNull(milestones.doneOn)));
  const reminders = await db.select().from(taskReminders).where(inArray(taskReminders.taskId, ids));
  const openOf = Map.groupBy(open, ({ taskId }) => taskId);
  const toldOf = Map.groupBy(reminders, ({ taskId }) => taskId);
  return rows.map((row) => {
    const own = openOf.get(row.id) ?? [];
    return {
      row,
      owing: {
        ...{ state: row.state, beginsOn: row.beginsOn, dueOn: row.dueOn },
        ...{ reportEvery: row.reportEvery, reportedOn: row.reportedOn },
        doneAskedOn: row.doneAskedAt && dateOf(row.doneAskedAt),
        milestones: own.map(({ id, dueOn }) => ({ id, dueOn })),
      },
      told: (toldOf.get(row.id) ?? []).map(({ occasion, milestoneId, ...one }) => ({
        ...{ kind: occasion, milestone: milestoneId, owedOn: one.owedOn, step: one.step, toldOn: one.toldOn },
      })),
      titles: new Map(own.map(({ id, titleZh: zh, titleEn: en }) => [id, { zh, en: en === '' ? zh : en }])),
    };
  });
}
