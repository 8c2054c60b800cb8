import { eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { tasks, taskUnits } from './tables.server.ts';

/** A task with the units that work on it; locked for whoever is about to report on it. */
export async function reportedTask(db: Db, id: number, { isLocked = false } = {}) {
  const found = db.select().from(tasks).where(eq(tasks.id, id));
  const [row] = await (isLocked ? found.for('update') : found);
  if (!row) return undefined;
  const beside = await db.select({ id: taskUnits.unitId }).from(taskUnits).where(eq(taskUnits.taskId, id));
  return { ...row, units: beside.map((unit) => unit.id) };
}
