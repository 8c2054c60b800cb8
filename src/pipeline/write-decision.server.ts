import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { meetingWords as words } from '#language/words/pipeline-meeting.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canKeepTasks } from '#tasks/task.ts';
import { createTask } from '#tasks/write.server.ts';
import { newDecision, type NewDecision } from './meeting.ts';
import { isUnitOf, projectNamed } from './read-decision.server.ts';
import type { MeetingRow } from './read-meeting.server.ts';
import { projectDecisions } from './tables.server.ts';
import { lockMeeting, parsed } from './write-meeting.server.ts';

type Row = typeof projectDecisions.$inferSelect;

/** Writes down what was decided. With a unit and a day it becomes their task at once, where the one who writes may give tasks. */
export async function decide(tx: Tx, actor: Actor, input: NewDecision): Promise<Outcome<{ id: number }>> {
  const read = parsed(newDecision, input);
  if (!read.ok) return read;
  const { meeting: meetingId, ...said } = read.value;
  const locked = await lockMeeting(tx, actor, meetingId);
  if (!locked.ok) return locked;
  const meeting = locked.value;
  const wrong = await wrongIn(tx, meeting, said);
  if (wrong) return refused({ field: wrong, says: words.fields[wrong] ?? words.wrong });
  const decision = await keepDecision(tx, actor, { meeting, said });
  const isTask = decision.unitId !== null && decision.dueOn !== null && canKeepTasks(actor, meeting.zoneCode);
  return isTask ? taskFrom(tx, actor, { meeting, decision }) : done({ id: decision.id });
}

async function keepDecision(
  tx: Tx,
  actor: Actor,
  { meeting, said }: { meeting: MeetingRow; said: Said },
): Promise<Row> {
  const { id: meetingId, zoneCode } = meeting;
  const [made] = await tx
    .insert(projectDecisions)
    .values({ ...said, meetingId, zoneCode, recordedBy: actor.id })
    .returning();
  if (!made) throw new Error('a decision that was added has no id');
  const changes = changesBetween<object>(undefined, said);
  await remember(tx, actor, {
    ...{ kind: 'project-meeting', record: String(meetingId), action: 'decided', changes, zone: zoneCode },
  });
  return made;
}

type Said = Omit<NewDecision, 'meeting'>;

async function wrongIn(tx: Tx, { zoneCode, heldOn }: MeetingRow, { projectId, unitId, dueOn }: Said) {
  if (dueOn !== null && dueOn < heldOn) return 'dueOn';
  if (unitId !== null && !(await isUnitOf(tx, zoneCode, unitId))) return 'unitId';
  return projectId !== null && (await projectNamed(tx, zoneCode, projectId)) === undefined ? 'projectId' : undefined;
}

/** Makes a decision of before the task that it is. */
export async function makeTask(
  tx: Tx,
  actor: Actor,
  { id, meeting: meetingId }: { readonly id: number; readonly meeting: number },
): Promise<Outcome<{ id: number }>> {
  const locked = await lockMeeting(tx, actor, meetingId);
  if (!locked.ok) return locked;
  const decision = await decisionOf(tx, { id, meetingId });
  if (!decision) return refused({ says: words.decisionGone });
  if (decision.taskId !== null) return refused({ says: words.hasTask });
  return taskFrom(tx, actor, { meeting: locked.value, decision });
}

async function decisionOf(tx: Tx, { id, meetingId }: { id: number; meetingId: number }): Promise<Row | undefined> {
  const own = and(eq(projectDecisions.id, id), eq(projectDecisions.meetingId, meetingId));
  const [row] = await tx.select().from(projectDecisions).where(own).for('update');
  return row;
}

async function taskFrom(
  tx: Tx,
  actor: Actor,
  { meeting, decision }: { readonly meeting: MeetingRow; readonly decision: Row },
): Promise<Outcome<{ id: number }>> {
  const { unitId, dueOn, personName, projectId, body, id } = decision;
  if (unitId === null || dueOn === null) return refused({ says: words.needsUnitAndDay });
  const task = await createTask(tx, actor, {
    ...{ zone: meeting.zoneCode, titleZh: body.replace(/\s+/g, ' '), leadUnitId: unitId, personName, dueOn },
    ...{ beginsOn: meeting.heldOn, sample: meeting.sample },
    // Whoever has the task knows by it which project it is about.
    detailZh: projectId === null ? '' : ((await projectNamed(tx, meeting.zoneCode, projectId)) ?? ''),
  });
  if (!task.ok) return task;
  await tx.update(projectDecisions).set({ taskId: task.value.id }).where(eq(projectDecisions.id, id));
  const changes = changesBetween<object>(undefined, { task: task.value.id });
  await remember(tx, actor, {
    ...{ kind: 'project-meeting', record: String(meeting.id), action: 'made a task', changes, zone: meeting.zoneCode },
  });
  return done({ id });
}

/** Takes back what was written down by mistake; what is a task already is ended there. */
export async function removeDecision(
  tx: Tx,
  actor: Actor,
  { id, meeting: meetingId }: { readonly id: number; readonly meeting: number },
): Promise<Outcome<{ id: number }>> {
  const locked = await lockMeeting(tx, actor, meetingId);
  if (!locked.ok) return locked;
  const decision = await decisionOf(tx, { id, meetingId });
  if (!decision) return refused({ says: words.decisionGone });
  if (decision.taskId !== null) return refused({ says: words.hasTask });
  await tx.delete(projectDecisions).where(and(eq(projectDecisions.id, id), isNull(projectDecisions.taskId)));
  const changes = changesBetween<object>({ body: decision.body }, { body: '' });
  const zone = locked.value.zoneCode;
  await remember(tx, actor, {
    ...{ kind: 'project-meeting', record: String(meetingId), action: 'decision removed', changes, zone },
  });
  return done({ id });
}
