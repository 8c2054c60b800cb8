import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { eventPeopleWords as words } from '#language/words/meetings.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { organisationsNamed } from './read-organisations.server.ts';
import { registrations } from './tables.server.ts';
import { callOffAll } from './write-meeting.server.ts';
import { fillPlaces } from './write-places.server.ts';
import { tagsOf } from './write-public.server.ts';
import { ownEvent, type EventRow } from './write.server.ts';

type RegistrationRow = typeof registrations.$inferSelect;

interface Of {
  readonly event: number;
  readonly registration: number;
}

/** Notes that somebody has come. Doing it again changes nothing. */
export async function checkIn(
  tx: Tx,
  actor: Actor,
  { now, ...of }: Of & { now: Date },
): Promise<Outcome<{ name: string }>> {
  const own = await ownRegistrationOf(tx, actor, of);
  if (!own.ok) return own;
  const { row } = own.value;
  if (row.state !== 'confirmed') return refused({ says: words.notConfirmed });
  if (row.checkedInAt) return done(row);
  await tx.update(registrations).set({ checkedInAt: now }).where(eq(registrations.id, row.id));
  await remembered(tx, actor, { ...row, action: 'check-in' });
  return done(row);
}

/** Takes a check-in back that was a mistake. */
export async function undoCheckIn(tx: Tx, actor: Actor, of: Of): Promise<Outcome<{ name: string }>> {
  const own = await ownRegistrationOf(tx, actor, of);
  if (!own.ok) return own;
  const { row } = own.value;
  if (!row.checkedInAt) return done(row);
  await tx.update(registrations).set({ checkedInAt: null }).where(eq(registrations.id, row.id));
  await remembered(tx, actor, { ...row, action: 'check-in undone' });
  return done(row);
}

/** Says which organisation somebody comes for, or that it is none of those the site knows. */
export async function settleOrganisation(
  tx: Tx,
  actor: Actor,
  { name, now, ...of }: Of & { name: string; now: Date },
): Promise<Outcome<{ name: string }>> {
  const own = await ownRegistrationOf(tx, actor, of);
  if (!own.ok) return own;
  const { row } = own.value;
  const wanted = name.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 240);
  const organisationId = (await organisationsNamed(tx, [wanted])).get(wanted) ?? null;
  if (wanted !== '' && organisationId === null) return refused({ field: 'organisation', says: words.noOrganisation });
  if (organisationId === row.organisationId) return done(row);
  // What was arranged was arranged in the name of the other one.
  await callOffAll(tx, actor, { id: row.id, now });
  await tx.update(registrations).set({ organisationId }).where(eq(registrations.id, row.id));
  await remember(tx, actor, {
    ...{ kind: 'registration', record: String(row.id), action: 'organisation tied', zone: row.zoneCode },
    changes: { organisationId: [row.organisationId, organisationId] },
  });
  return done(row);
}

/** Deletes all that somebody told of themselves, because they ask for it. Their place goes to whoever waits. */
export async function deleteRegistration(
  tx: Tx,
  actor: Actor,
  { now, ...of }: Of & { now: Date },
): Promise<Outcome<null>> {
  const own = await ownRegistrationOf(tx, actor, of);
  if (!own.ok) return own;
  const { row, event } = own.value;
  await callOffAll(tx, actor, { id: row.id, now });
  await tx.delete(registrations).where(eq(registrations.id, row.id));
  await remembered(tx, actor, { ...row, action: 'deleted' });
  if (event.beginsAt > now) await fillPlaces(tx, event.id);
  await notifyChanged(tx, tagsOf(event));
  return done(null);
}

/** A registration of an event the actor keeps, with the event locked. */
async function ownRegistrationOf(
  tx: Tx,
  actor: Actor,
  { event: id, registration }: Of,
): Promise<Outcome<{ row: RegistrationRow; event: EventRow }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const isOfEvent = and(eq(registrations.id, registration), eq(registrations.eventId, id));
  const [row] = await tx.select().from(registrations).where(isOfEvent).for('update');
  return row ? done({ row, event: own.value }) : refused({ says: words.noRegistration });
}

async function remembered(
  tx: Tx,
  actor: Actor,
  { id, zoneCode: zone, action }: Pick<RegistrationRow, 'id' | 'zoneCode'> & { action: string },
): Promise<void> {
  await remember(tx, actor, { kind: 'registration', record: String(id), action, zone });
}
