import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesRead } from '#projects/list-scope.ts';
import { projectChoices } from '#projects/read-list-choices.server.ts';
import { canSeeProject } from '#projects/project.ts';
import { zoneChoices, zonesNamed } from '#zones/read.server.ts';
import type { Decision, Meeting } from './meeting.ts';
import { projectMeetings } from './tables.server.ts';

export type MeetingRow = typeof projectMeetings.$inferSelect;

/** The zones whose meetings this person reads. */
export async function meetingZones(tx: Tx, actor: Actor): Promise<readonly Choice[]> {
  if (isOperator(actor)) return (await projectChoices(tx, actor)).zones;
  return zoneChoices(tx, zonesRead(actor) ?? []);
}

/** The meetings of a zone, the last one first. */
export async function meetingsOf(tx: Tx, zone: string) {
  const decisions = sql<number>`(select count(*)::int from project_decision where meeting_id = project_meeting.id)`;
  return tx
    .select({ id: projectMeetings.id, heldOn: projectMeetings.heldOn, chair: projectMeetings.chair, decisions })
    .from(projectMeetings)
    .where(eq(projectMeetings.zoneCode, zone))
    .orderBy(desc(projectMeetings.heldOn))
    .limit(50);
}

/** A meeting as its row; for who does not read its zone there is none. */
export async function meetingRow(tx: Tx, actor: Actor, id: number): Promise<MeetingRow | undefined> {
  const [row] = await tx
    .select()
    .from(projectMeetings)
    .where(and(eq(projectMeetings.id, id)));
  return row && canSeeProject(actor, row) ? row : undefined;
}

export async function meetingView(tx: Tx, row: MeetingRow): Promise<Meeting> {
  const { id, zoneCode, heldOn, since, chair, present, notes, stuck, revision, sample } = row;
  const [zone] = await zonesNamed(tx, [zoneCode]);
  const name = zone?.name ?? { zh: zoneCode, en: zoneCode };
  return { id, zone: { code: zoneCode, name }, heldOn, since, chair, present, notes, stuck, revision, sample };
}

type Found = {
  id: string;
  body: string;
  personName: string;
  dueOn: string | null;
  projectId: string | null;
  project: TwoText | null;
  unit: TwoText | null;
  taskId: string | null;
  state: string | null;
  light: string | null;
};

/** What was decided in a meeting, in its order. */
export async function decisionsOf(tx: Tx, meeting: number): Promise<Decision[]> {
  return decisionsWhere(tx, sql`meeting_id = ${meeting}`);
}

/** What was decided in a zone before and is not done: it comes up again. */
export async function openDecisions(tx: Tx, zone: string): Promise<Decision[]> {
  return decisionsWhere(
    tx,
    sql`project_decision.zone_code = ${zone} and (task.state is null or task.state not in ('done', 'cancelled'))`,
  );
}

async function decisionsWhere(tx: Tx, where: SQL): Promise<Decision[]> {
  const { rows } = await tx.execute<Found>(sql`
    select project_decision.id::text, body, project_decision.person_name as "personName",
      project_decision.due_on::text as "dueOn", project.id::text as "projectId", task.id::text as "taskId", task.state, task.light,
      case when project.id is not null then json_build_object('zh', project.name_zh,
        'en', coalesce(nullif(project.name_en, ''), project.name_zh)) end as project,
      case when unit.id is not null then json_build_object('zh', unit.name_zh,
        'en', coalesce(nullif(unit.name_en, ''), unit.name_zh)) end as unit
    from project_decision left join project on project.id = project_id left join unit on unit.id = unit_id
      left join task on task.id = task_id
    where ${where} order by project_decision.id limit 200`);
  return rows.map(({ id, body, personName, dueOn, projectId, project, unit, ...task }) => ({
    ...{ id: Number(id), body, personName, dueOn, unit: unit ?? undefined },
    project: project ? { id: Number(projectId), name: project } : undefined,
    task:
      task.taskId === null ? undefined : { id: Number(task.taskId), state: task.state ?? '', light: task.light ?? '' },
  }));
}

/** The units of a zone that can be asked to do something. */
export async function unitsOf(tx: Tx, zone: string): Promise<Choice[]> {
  const { rows } = await tx.execute<{ value: string; zh: string; en: string }>(sql`
    select id::text as value, name_zh as zh, coalesce(nullif(name_en, ''), name_zh) as en from unit
    where zone_code = ${zone} and active order by position, id`);
  return rows.map(({ value, zh, en }) => ({ value, label: { zh, en } }));
}

/** What a meeting held today would go through. */
export async function lastMeeting(tx: Tx, zone: string): Promise<string | undefined> {
  const [last] = await meetingsOf(tx, zone);
  return last?.heldOn;
}

/** The project of a zone with that reference; undefined where there is none. */
export async function projectReferenced(tx: Tx, zone: string, reference: string): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id::text from project where zone_code = ${zone} and reference = ${reference.trim().toUpperCase().slice(0, 60)}`);
  return rows[0] && Number(rows[0].id);
}
