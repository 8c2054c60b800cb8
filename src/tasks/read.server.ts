import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { instructions } from '#instructions/tables.server.ts';
import { goals, plans } from '#plans/tables.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import { containing } from '#text/like.ts';
import { neededBy, readFacts, waitingFor } from './read-facts.server.ts';
import { workOf, type TaskRow, type TaskWork } from './read-row.server.ts';
import { standingOf } from './standing.ts';
import { milestones, reports, taskEvidence, tasks, taskSteps } from './tables.server.ts';
import { canReadTasks } from './task.ts';

/** The task for somebody of its zone; any other is as if it did not exist. */
export async function taskOf(tx: Tx, actor: Actor, id: number): Promise<TaskWork | undefined> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id));
  return row && canReadTasks(actor, row.zoneCode) ? workOf(tx, row) : undefined;
}

/** Its light with the reasons, as of the day it was kept for. */
export async function standingFor(tx: Tx, { row }: TaskWork, today: string) {
  const [facts] = await readFacts(tx, { which: eq(tasks.id, row.id) });
  const needs = await neededBy(tx, row.id);
  const day = row.standingOn !== null && isDay(row.standingOn) ? row.standingOn : today;
  if (!facts) throw new Error(`task ${row.id} is not there`);
  const { reasons } = standingOf({ ...facts, needs }, day, await readCalendar(tx));
  return { reasons, needs, waiting: await waitingFor(tx, row.id), day };
}

/** Where it belongs, by name: zone, plan, goal and units. */
export async function namesAround(db: Db, { row, coUnits }: TaskWork) {
  const [zone] = await zonesNamed(db, [row.zoneCode]);
  const ids = [row.leadUnitId ?? 0, ...coUnits];
  const named = await db
    .select({ id: units.id, zh: units.nameZh, en: units.nameEn })
    .from(units)
    .where(sql`${units.id} = any(${sql.param(ids)}::bigint[])`)
    .orderBy(asc(units.position), asc(units.id));
  const lead = named.find(({ id }) => id === row.leadUnitId);
  return {
    ...(await planAround(db, row)),
    zone: zone?.name ?? { zh: row.zoneCode, en: row.zoneCode },
    lead: lead && both(lead),
    beside: named.filter(({ id }) => id !== row.leadUnitId).map(both),
  };
}

async function planAround(db: Db, { planId, goalId }: TaskRow) {
  const [plan] = await db
    .select({ id: plans.id, zh: plans.titleZh, en: plans.titleEn, state: plans.state })
    .from(plans)
    .where(eq(plans.id, planId ?? 0));
  const [goal] = await db
    .select({ zh: goals.titleZh, en: goals.titleEn })
    .from(goals)
    .where(eq(goals.id, goalId ?? 0));
  return { plan: plan && { id: plan.id, state: plan.state, title: both(plan) }, goal: goal && both(goal) };
}

function both({ zh, en }: TwoText): TwoText {
  return { zh, en: en || zh };
}

const mostReports = 100;

/** What was reported, the newest first, with the milestones that each ticked. */
export async function reportsOf(db: Db, task: number) {
  const rows = await db
    .select({
      ...{ id: reports.id, body: reports.body, via: reports.via, on: reports.reportedOn, by: reports.actorName },
      ...{ unitZh: units.nameZh, unitEn: units.nameEn },
    })
    .from(reports)
    .leftJoin(units, eq(units.id, reports.unitId))
    .where(eq(reports.taskId, task))
    .orderBy(desc(reports.reportedOn), desc(reports.id))
    .limit(mostReports);
  const ticked = await db
    .select({ report: milestones.reportId, zh: milestones.titleZh, en: milestones.titleEn })
    .from(milestones)
    .where(and(eq(milestones.taskId, task), sql`${milestones.reportId} is not null`));
  return rows.map(({ unitZh, unitEn, ...row }) => ({
    ...row,
    unit: both({ zh: unitZh ?? '', en: unitEn ?? '' }),
    ticked: ticked.filter(({ report }) => report === row.id).map(both),
  }));
}

export async function evidenceOf(db: Db, task: number) {
  return db
    .select({
      ...{ id: taskEvidence.id, title: taskEvidence.title, fileId: taskEvidence.fileId, by: taskEvidence.actorName },
      ...{ articleId: taskEvidence.articleId, address: taskEvidence.address, at: taskEvidence.at },
      reportId: taskEvidence.reportId,
    })
    .from(taskEvidence)
    .where(eq(taskEvidence.taskId, task))
    .orderBy(desc(taskEvidence.id));
}

/** What happened beside reports, the newest first, with the instruction it rests on. */
export async function stepsOf(db: Db, task: number) {
  return db
    .select({
      ...{
        id: taskSteps.id,
        kind: taskSteps.kind,
        note: taskSteps.note,
        what: taskSteps.what,
        by: taskSteps.actorName,
      },
      ...{ from: taskSteps.fromDay, to: taskSteps.toDay, at: taskSteps.at },
      ...{ leader: instructions.leaderName, instructedOn: instructions.givenOn },
    })
    .from(taskSteps)
    .leftJoin(instructions, eq(instructions.id, taskSteps.instructionId))
    .where(eq(taskSteps.taskId, task))
    .orderBy(desc(taskSteps.id))
    .limit(mostReports);
}

const mostFound = 10;

/** Tasks of the same zone that it could wait for, by a word of their title or their number. */
export async function findNeedable(db: Db, { row }: TaskWork, text: string) {
  if (text === '') return undefined;
  const like = containing(text);
  return db
    .select({ id: tasks.id, number: tasks.number, titleZh: tasks.titleZh, titleEn: tasks.titleEn, dueOn: tasks.dueOn })
    .from(tasks)
    .where(
      and(
        eq(tasks.zoneCode, row.zoneCode),
        sql`${tasks.id} <> ${row.id} and ${tasks.state} in ('planned', 'under-way')`,
        sql`(${tasks.titleZh} ilike ${like} or ${tasks.titleEn} ilike ${like} or ${tasks.number} = ${text})`,
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(mostFound);
}
