import { and, asc, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Lang } from '#language/lang.ts';
import { taskWords } from '#language/words/tasks.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { contentOf, type MilestoneRow, type TaskRow } from './read-row.server.ts';
import { tasksOf } from './list-scope.server.ts';
import { taskCells, type SheetChoices, type SheetTask } from './sheet.ts';
import { milestones, tasks, taskUnits } from './tables.server.ts';

/** Those tasks, of the ones this person reads, with all that a file says of them; in no order. */
export async function tasksForSheet(
  tx: Tx,
  actor: Actor,
  { ids, lang }: { ids: readonly number[]; lang: Lang },
): Promise<SheetTask[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(tasks)
    .where(and(tasksOf(actor), sql`${tasks.id} = any(${sql.param([...ids])}::bigint[])`));
  const found = rows.map(({ id }) => id);
  const units = Map.groupBy(await unitsOf(tx, found), ({ taskId }) => taskId);
  const steps = Map.groupBy(await stepsOf(tx, found), ({ taskId }) => taskId);
  return rows.map((row) => sheetTask({ row, lang, units: units.get(row.id) ?? [], steps: steps.get(row.id) ?? [] }));
}

function unitsOf(tx: Tx, ids: readonly number[]) {
  return tx
    .select()
    .from(taskUnits)
    .where(inArray(taskUnits.taskId, [...ids, 0]))
    .orderBy(asc(taskUnits.unitId));
}

function stepsOf(tx: Tx, ids: readonly number[]) {
  const ofTasks = inArray(milestones.taskId, [...ids, 0]);
  return tx.select().from(milestones).where(ofTasks).orderBy(asc(milestones.position), asc(milestones.id));
}

interface Parts {
  readonly row: TaskRow;
  readonly lang: Lang;
  readonly units: readonly { unitId: number }[];
  readonly steps: readonly MilestoneRow[];
}

function sheetTask({ row, lang, units, steps }: Parts): SheetTask {
  const coUnits = units.map(({ unitId }) => unitId);
  const work = { row, zoneCode: row.zoneCode, units: [], coUnits, milestones: steps };
  const shown = {
    ...{ light: taskWords.lights[row.light][lang], percent: `${row.percent}%` },
    ...{ state: taskWords.states[row.state][lang], reported: row.reportedOn ?? '' },
  };
  return { ...contentOf(work), id: row.id, zoneCode: row.zoneCode, shown };
}

/** Those tasks that a file names, as it knows them. */
export async function knownTasks(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  const found = await tasksForSheet(tx, actor, { ids: numbers, lang: 'zh' });
  return new Map(found.map((one) => [String(one.id), { label: one.titleZh, cells: taskCells(one) }]));
}

/** Rows that say no id get that of the task with their number in their plan. */
export function findTasks({ plans }: SheetChoices) {
  const idOf = new Map(plans.flatMap(({ value, label }) => [label.en, label.zh].map((name) => [name, value])));
  return async (tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<SheetRow[]> => {
    const keyOf = ({ cells }: SheetRow) => {
      const plan = idOf.get((cells['plan'] ?? '').trim());
      return plan === undefined || !cells['number'] ? undefined : `${plan} ${cells['number']}`;
    };
    const open = rows.filter(({ cells }) => !cells['id']);
    const ids = await idsByKey(
      tx,
      actor,
      open.flatMap((row) => keyOf(row) ?? []),
    );
    const taken = new Set(rows.flatMap(({ cells }) => cells['id'] || []));
    return rows.map((row) => {
      const found = row.cells['id'] ? undefined : ids.get(keyOf(row) ?? '');
      if (found === undefined || taken.has(found)) return row;
      taken.add(found);
      return { ...row, cells: { ...row.cells, id: found } };
    });
  };
}

async function idsByKey(tx: Tx, actor: Actor, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; key: string }>(sql`
    select task.id::text, plan_id || ' ' || number as key from task
    where ${tasksOf(actor)} and number <> '' and plan_id is not null
      and plan_id || ' ' || number = any(${sql.param([...keys])}::text[])`);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
