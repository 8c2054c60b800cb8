import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import type { PublicTask } from './public.ts';
import { tasks } from './tables.server.ts';

const most = 1000;

/** The public tasks of a plan, in the order of their list. The caller shows the plan, and so its tag. */
export async function publicTasksOf(db: Db, plan: number): Promise<PublicTask[]> {
  const { id, number, titleZh, titleEn, goalId, beginsOn, dueOn, state, light, percent } = tasks;
  const rows = await db
    .select({
      ...{ id, number, titleZh, titleEn, goalId, beginsOn, dueOn, state, light, percent },
      ...{ unitZh: units.nameZh, unitEn: units.nameEn },
    })
    .from(tasks)
    .leftJoin(units, eq(units.id, tasks.leadUnitId))
    .where(and(eq(tasks.planId, plan), eq(tasks.isPublic, true)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(most);
  return rows.map(({ titleZh: zh, titleEn: en, unitZh, unitEn, ...row }) => ({
    ...row,
    title: { zh, en: en || zh },
    unit: unitZh === null ? null : { zh: unitZh, en: unitEn || unitZh },
  }));
}
