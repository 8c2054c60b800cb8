import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { remember } from '#history/write.server.ts';
import { reportWords as words } from '#language/words/reports.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { problemsOf, reportInput, whyNotReport, type Reporter, type ReportInput } from './report.ts';
import { reportedTask } from './read-reported.server.ts';
import { keepEvidence } from './write-report-evidence.server.ts';
import { refreshTasks } from './write-standing.server.ts';
import { milestones, reports, tasks } from './tables.server.ts';

export interface Report {
  readonly id: number;
  /** How many milestones it ticked. */
  readonly ticked: number;
}

/** Keeps one sentence on how a task goes, with the milestones that are done and what shows it. */
export async function reportOnTask(tx: Tx, reporter: Reporter, input: ReportInput): Promise<Outcome<Report>> {
  const parsed = reportInput.safeParse(input);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { task: id, ticked } = parsed.data;
  const task = await reportedTask(tx, id, { isLocked: true });
  if (!task) return refused({ says: words.noTask });
  const why = whyNotReport(reporter, task);
  if (why) return refused(why);
  if (ticked.some(({ doneOn }) => doneOn > reporter.today)) return refused({ field: 'ticked', says: words.tickWrong });
  const open = await openOf(tx, id, ticked);
  if (!open) return refused({ field: 'ticked', says: words.noMilestone });
  return keep(tx, reporter, { task, data: { ...parsed.data, ticked: open } });
}

type Task = NonNullable<Awaited<ReturnType<typeof reportedTask>>>;
type Data = ReturnType<typeof reportInput.parse>;
interface Keeping {
  readonly task: Task;
  readonly data: Data;
}

async function keep(tx: Tx, reporter: Reporter, { task, data }: Keeping): Promise<Outcome<Report>> {
  const twice = await sentTwice(tx, reporter, data);
  if (twice !== undefined) return done({ id: twice, ticked: 0 });
  const { actor, via, today } = reporter;
  const unitId = unitOf(reporter, task);
  const by = { actor: actor.id, actorName: actor.name };
  const of = { taskId: task.id, zoneCode: task.zoneCode };
  const [row] = await tx
    .insert(reports)
    .values({ ...of, unitId, body: data.body, via, reportedOn: today, ...by })
    .returning({ id: reports.id });
  if (!row) throw new Error('a report that was kept has no id');
  const wrong = await keepEvidence(tx, { ...of, reportId: row.id, ...by }, data.evidence);
  if (wrong) return refused(wrong);
  await tick(tx, row.id, data);
  await renew(tx, reporter, { task, data });
  return done({ id: row.id, ticked: data.ticked.length });
}

async function tick(tx: Tx, reportId: number, { task, ticked }: Data): Promise<void> {
  if (ticked.length === 0) return;
  const ids = sql.param(ticked.map(({ milestone }) => milestone));
  const days = sql.param(ticked.map(({ doneOn }) => doneOn));
  await tx.execute(sql`update ${milestones} set done_on = ticked.day, report_id = ${reportId}
    from unnest(${ids}::bigint[], ${days}::date[]) as ticked (id, day)
    where milestone.id = ticked.id and milestone.task_id = ${task} and milestone.done_on is null`);
}

async function renew(tx: Tx, { actor, today }: Reporter, { task, data }: Keeping): Promise<void> {
  const state = task.state === 'planned' ? 'under-way' : task.state;
  await tx
    .update(tasks)
    .set({ state, reportedOn: today, updatedAt: sql`now()` })
    .where(eq(tasks.id, task.id));
  const ticks = data.ticked.map(({ milestone, doneOn }) => [`milestone ${milestone}`, [null, doneOn]] as const);
  const changes = {
    report: [null, data.body] as const,
    ...(state !== task.state && { state: [task.state, state] as const }),
    ...Object.fromEntries(ticks),
  };
  await refreshTasks(tx, { ids: [task.id], today });
  if (task.isPublic) await notifyChanged(tx, [`task:${task.id}`, `plan:${task.planId}`]);
  const { zoneCode: zone } = task;
  await remember(tx, actor, { kind: 'task', record: String(task.id), action: 'reported', changes, zone });
}

/** Those ticked that are still open: what somebody else ticked first keeps its day. Undefined where one is of another task. */
async function openOf(tx: Tx, task: number, ticked: Data['ticked']) {
  if (ticked.length === 0) return [];
  const ids = [...new Set(ticked.map(({ milestone }) => milestone))];
  const ofTask = and(eq(milestones.taskId, task), inArray(milestones.id, ids));
  const known = await tx.select({ id: milestones.id }).from(milestones).where(ofTask);
  if (known.length < ids.length) return undefined;
  const open = await tx
    .select({ id: milestones.id })
    .from(milestones)
    .where(and(ofTask, isNull(milestones.doneOn)));
  return ticked.filter(({ milestone }) => open.some(({ id }) => id === milestone));
}

/** A form that was sent twice, as an impatient thumb does, is one report. */
async function sentTwice(tx: Tx, { actor, today }: Reporter, data: Data): Promise<number | undefined> {
  const [last] = await tx
    .select()
    .from(reports)
    .where(eq(reports.taskId, data.task))
    .orderBy(desc(reports.reportedOn), desc(reports.id))
    .limit(1);
  const isSame = last?.actor === actor.id && last.body === data.body && last.reportedOn === today;
  return isSame && data.ticked.length === 0 && data.evidence.length === 0 ? last.id : undefined;
}

/** For which of the task's units it was said. */
function unitOf({ actor, letterTask }: Reporter, { leadUnitId, units }: Task): number | null {
  if (letterTask !== undefined) return leadUnitId;
  const own = actor.memberships.flatMap(({ role, unit }) => (role === 'officer' && unit !== undefined ? [unit] : []));
  return own.find((unit) => unit === leadUnitId || units.includes(unit)) ?? null;
}
