import { randomBytes } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { TwoText } from '#language/lang.ts';
import { registrationWords as words } from '#language/words/registrations.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { closesAt } from './event.ts';
import { organisationOfMember } from './read-member.server.ts';
import { locked, type Found } from './read-locked.server.ts';
import { callOffAll } from './write-meeting.server.ts';
import { codeFrom, personForm, registrationForm, registrationProblems } from './registration.ts';
import { events, registrations } from './tables.server.ts';
import { orderLetters } from './write-letters.server.ts';
import { fillPlaces, takenPlaces } from './write-places.server.ts';
import { tagsOf } from './write-public.server.ts';

type RegistrationRow = Found['row'];
type EventRow = Found['event'];

/**
 * Asks for a place; a link in a mail makes it one. The answer is the same whether the address is registered already or not.
 * The page runs this as the site itself: a visitor may write here and read nothing.
 */
export async function askToRegister(
  tx: Tx,
  actor: Actor,
  { event: eventId, fields, now }: { event: number; fields: unknown; now: Date },
): Promise<Outcome<null>> {
  const said = registrationForm.safeParse(fields);
  if (!said.success) return refused(...registrationProblems(said.error));
  const event = await openEvent(tx, eventId, now);
  if (!event.ok) return event;
  const { organisation: organisationName, name, email, phone, role, lang } = said.data;
  const known = await registeredAs(tx, eventId, email);
  if (known) {
    await orderLetters(tx, [{ registrationId: known.id, zoneCode: known.zoneCode, kind: 'registered-already' }]);
    return done(null);
  }
  const { zoneCode } = event.value;
  const [row] = await tx
    .insert(registrations)
    .values({
      ...{ name, email, phone, role, lang, organisationName, eventId, zoneCode },
      ...{ code: codeFrom(randomBytes(8)), askedAt: now },
    })
    .returning({ id: registrations.id });
  if (!row) throw new Error('a registration was not kept');
  await remember(tx, actor, { kind: 'registration', record: String(row.id), action: 'add', zone: zoneCode });
  await orderLetters(tx, [{ registrationId: row.id, zoneCode, kind: 'confirm' }]);
  return done(null);
}

/** What the link in the mail does: a place where there is one, else a place in line. */
export async function confirmRegistration(
  tx: Tx,
  actor: Actor,
  { id, now }: { id: number; now: Date },
): Promise<Outcome<'confirmed' | 'waiting'>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { row, event } = found.value;
  if (row.state === 'confirmed' || row.state === 'waiting') return done(row.state);
  const standing = await standsInTheWay(tx, found.value, now);
  if (standing) return refused({ says: standing });
  const isFree = event.capacity === null || (await takenPlaces(tx, event.id)) < event.capacity;
  const state = isFree ? 'confirmed' : 'waiting';
  const organisationId = await organisationOfMember(tx, row.email);
  await tx.update(registrations).set({ state, confirmedAt: now, organisationId }).where(eq(registrations.id, id));
  await remember(tx, actor, { kind: 'registration', record: String(id), action: 'confirmed', zone: row.zoneCode });
  await orderLetters(tx, [{ registrationId: id, zoneCode: row.zoneCode, kind: isFree ? 'place' : 'waiting' }]);
  await notifyChanged(tx, tagsOf(event));
  return done(state);
}

async function standsInTheWay(tx: Tx, { row, event }: Found, now: Date): Promise<TwoText | undefined> {
  if (row.state === 'cancelled') return words.withdrawn;
  if (event.state !== 'published' || closesAt(event) <= now) return words.notOpen;
  return (await registeredAs(tx, event.id, row.email)) ? words.already : undefined;
}

/** Changes what somebody said of themselves; the address that was confirmed stays. */
export async function changeRegistration(
  tx: Tx,
  actor: Actor,
  { id, fields, now }: { id: number; fields: unknown; now: Date },
): Promise<Outcome<null>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { row, event } = found.value;
  if (row.state === 'cancelled') return refused({ says: words.withdrawn });
  if (event.beginsAt <= now) return refused({ says: words.tooLate });
  const said = personForm.safeParse(fields);
  if (!said.success) return refused(...registrationProblems(said.error));
  const { organisation: organisationName, ...person } = said.data;
  // Whoever names another organisation no longer speaks for the one that was made sure of.
  const hasMoved = organisationName !== row.organisationName;
  if (hasMoved) await callOffAll(tx, actor, { id, now });
  await tx
    .update(registrations)
    .set({ ...person, organisationName, ...(hasMoved && { organisationId: null }) })
    .where(eq(registrations.id, id));
  await remember(tx, actor, { kind: 'registration', record: String(id), action: 'change', zone: row.zoneCode });
  return done(null);
}

/** Gives a place back; whoever waits longest gets it. Doing it again changes nothing. */
export async function withdrawRegistration(
  tx: Tx,
  actor: Actor,
  { id, now }: { id: number; now: Date },
): Promise<Outcome<null>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { row, event } = found.value;
  if (row.state === 'cancelled') return done(null);
  if (event.beginsAt <= now) return refused({ says: words.tooLate });
  await tx.update(registrations).set({ state: 'cancelled', cancelledAt: now }).where(eq(registrations.id, id));
  await remember(tx, actor, { kind: 'registration', record: String(id), action: 'cancel', zone: row.zoneCode });
  await orderLetters(tx, [{ registrationId: id, zoneCode: row.zoneCode, kind: 'withdrawn' }]);
  await callOffAll(tx, actor, { id, now });
  await fillPlaces(tx, event.id);
  await notifyChanged(tx, tagsOf(event));
  return done(null);
}

async function openEvent(tx: Tx, id: number, now: Date): Promise<Outcome<EventRow>> {
  const [event] = await tx.select().from(events).where(eq(events.id, id));
  const isOpen = event?.state === 'published' && closesAt(event) > now;
  return event && isOpen ? done(event) : refused({ says: words.notOpen });
}

async function registeredAs(tx: Tx, eventId: number, email: string): Promise<RegistrationRow | undefined> {
  const isOwn = and(eq(registrations.eventId, eventId), eq(registrations.email, email));
  const [row] = await tx
    .select()
    .from(registrations)
    .where(and(isOwn, inArray(registrations.state, ['confirmed', 'waiting'])));
  return row;
}
