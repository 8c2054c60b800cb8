import { and, asc, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { indicators, observations } from '#indicators/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { projects } from '#projects/tables.server.ts';
import { reports, tasks, taskUnits } from '#tasks/tables.server.ts';
import type { Known, KnownIndicator, KnownProject, KnownTask } from './known.ts';

const mostOfEach = 200;

/** What is known of these blocks on that day, without asking anybody. */
export async function knownOf(db: Db, units: readonly number[], today: string): Promise<Map<number, Known>> {
  if (units.length === 0) return new Map();
  const [own, measured, invested] = [
    await tasksOf(db, units),
    await indicatorsOf(db, units),
    await projectsOf(db, units),
  ];
  return new Map(
    units.map((unit) => [
      unit,
      {
        on: today,
        tasks: own
          .filter((one) => one.units.includes(unit))
          .map(({ known }) => known)
          .slice(0, mostOfEach),
        indicators: measured
          .filter((one) => one.unit === unit)
          .map(({ known }) => known)
          .slice(0, mostOfEach),
        projects: invested
          .filter((one) => one.unit === unit)
          .map(({ known }) => known)
          .slice(0, mostOfEach),
      },
    ]),
  );
}

interface Of<T> {
  readonly unit: number | null;
  readonly known: T;
}

/** Those that are still owed, with what was said of each last. A task of several blocks is known of each of them. */
async function tasksOf(db: Db, units: readonly number[]): Promise<{ units: number[]; known: KnownTask }[]> {
  const beside = db
    .select({ one: sql`1` })
    .from(taskUnits)
    .where(and(eq(taskUnits.taskId, tasks.id), inArray(taskUnits.unitId, [...units])));
  const rows = await db
    .select()
    .from(tasks)
    .where(
      and(inArray(tasks.state, ['planned', 'under-way']), or(inArray(tasks.leadUnitId, [...units]), exists(beside))),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const pairs = await db.select().from(taskUnits).where(inArray(taskUnits.taskId, ids));
  const last = await db
    .selectDistinctOn([reports.taskId], { taskId: reports.taskId, body: reports.body, on: reports.reportedOn })
    .from(reports)
    .where(inArray(reports.taskId, ids))
    .orderBy(reports.taskId, desc(reports.reportedOn), desc(reports.id));
  const lastOf = new Map(last.map(({ taskId, ...said }) => [taskId, said]));
  const coUnits = Map.groupBy(pairs, ({ taskId }) => taskId);
  return rows.map(({ id, titleZh, titleEn, light, percent, dueOn, leadUnitId }) => ({
    units: [...(leadUnitId === null ? [] : [leadUnitId]), ...(coUnits.get(id) ?? []).map(({ unitId }) => unitId)],
    known: { id, title: two(titleZh, titleEn), light, percent, dueOn, last: lastOf.get(id) ?? null },
  }));
}

async function indicatorsOf(db: Db, units: readonly number[]): Promise<Of<KnownIndicator>[]> {
  const rows = await db
    .select()
    .from(indicators)
    .where(inArray(indicators.unitId, [...units]))
    .orderBy(asc(indicators.position), asc(indicators.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const latest = await db
    .selectDistinctOn([observations.indicatorId], {
      ...{ id: observations.indicatorId, value: observations.value, periodEnd: observations.periodEnd },
    })
    .from(observations)
    .where(and(inArray(observations.indicatorId, ids), eq(observations.isCurrent, true)))
    .orderBy(observations.indicatorId, desc(observations.periodEnd));
  const valueOf = new Map(latest.map((row) => [row.id, row]));
  return rows.map(({ id, unitId, nameZh, nameEn, measureZh, measureEn, decimals, light }) => ({
    unit: unitId,
    known: {
      ...{ id, name: two(nameZh, nameEn), measure: two(measureZh, measureEn), decimals, light },
      ...{ value: valueOf.get(id)?.value ?? null, periodEnd: valueOf.get(id)?.periodEnd ?? null },
    },
  }));
}

async function projectsOf(db: Db, units: readonly number[]): Promise<Of<KnownProject>[]> {
  const rows = await db
    .select()
    .from(projects)
    .where(and(inArray(projects.blockId, [...units]), isNull(projects.mergedInto)))
    .orderBy(asc(projects.stageSince), asc(projects.id));
  return rows.map(({ id, blockId, nameZh, nameEn, stage, status, light }) => ({
    unit: blockId,
    known: { id, name: two(nameZh, nameEn), stage, status, light },
  }));
}

/** Where nothing is said in English, the Chinese stands. */
function two(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}
