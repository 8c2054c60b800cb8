import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { meetingWords as words } from '#language/words/pipeline-meeting.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canSeeProject } from '#projects/project.ts';
import { canHoldMeetings, meetingChange, newMeeting, type MeetingChange, type NewMeeting } from './meeting.ts';
import type { MeetingRow } from './read-meeting.server.ts';
import { stuckIn } from './read-stuck.server.ts';
import { projectMeetings } from './tables.server.ts';

/** What was said, or a sentence for each field that is wrong. */
export function parsed<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const said = schema.safeParse(input);
  if (said.success) return done(said.data);
  const fields = new Set(said.error.issues.map(({ path }) => String(path[0] ?? '')));
  return refused(
    ...[...fields].map((field) => {
      const says = words.fields[field];
      return says ? { field, says } : { says: words.wrong };
    }),
  );
}

/** Writes down that a meeting was held, with what was stuck on that day. */
export async function holdMeeting(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: NewMeeting & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const read = parsed(newMeeting, input);
  if (!read.ok) return read;
  const { zone, heldOn, since, ...said } = read.value;
  if (!canHoldMeetings(actor, zone)) return refused({ field: 'zone', says: words.notYours });
  const today = dateOf(now);
  if (heldOn > today) return refused({ field: 'heldOn', says: words.inFuture });
  if (since >= heldOn) return refused({ field: 'since', says: words.fields['since'] ?? words.wrong });
  const stuck = await stuckIn(tx, { zone, today });
  const [made] = await tx
    .insert(projectMeetings)
    .values({ zoneCode: zone, heldOn, since, ...said, stuck, recordedBy: actor.id })
    .onConflictDoNothing()
    .returning({ id: projectMeetings.id });
  if (!made) return refused({ field: 'heldOn', says: words.heldAlready });
  const changes = changesBetween<object>(undefined, { heldOn, since, ...said });
  await remember(tx, actor, { kind: 'project-meeting', record: String(made.id), action: 'add', changes, zone });
  return done(made);
}

/** The meeting, locked for who keeps it; another zone's is not there. */
export async function lockMeeting(tx: Tx, actor: Actor, id: number): Promise<Outcome<MeetingRow>> {
  if (actor.viewedBy) return refused({ says: words.notYours });
  const [row] = await tx.select().from(projectMeetings).where(eq(projectMeetings.id, id)).for('update');
  if (!row || !canSeeProject(actor, row)) return refused({ says: words.notFound });
  return canHoldMeetings(actor, row.zoneCode) ? done(row) : refused({ says: words.notYours });
}

/** Changes who was there and what was noted. */
export async function changeMeeting(tx: Tx, actor: Actor, input: MeetingChange): Promise<Outcome<{ id: number }>> {
  const read = parsed(meetingChange, input);
  if (!read.ok) return read;
  const { id, revision, ...said } = read.value;
  const locked = await lockMeeting(tx, actor, id);
  if (!locked.ok) return locked;
  if (locked.value.revision !== revision) return refused({ says: words.stale });
  const changes = changesBetween<object>(locked.value, said);
  if (Object.keys(changes).length === 0) return done({ id });
  await tx
    .update(projectMeetings)
    .set({ ...said, revision: revision + 1, updatedAt: sql`now()` })
    .where(and(eq(projectMeetings.id, id)));
  const zone = locked.value.zoneCode;
  await remember(tx, actor, { kind: 'project-meeting', record: String(id), action: 'change', changes, zone });
  return done({ id });
}
