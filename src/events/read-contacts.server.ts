import { and, eq, lte, or } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { attendingBeside } from './read-meetings.server.ts';
import { eventContacts, events, meetings, meetingSlots, type registrations } from './tables.server.ts';

export interface ContactLine {
  readonly id: number;
  readonly name: TwoText;
  readonly isMarked: boolean;
  /** They had a meeting, so it is a contact without being marked. */
  readonly hasMet: boolean;
}

type Guest = typeof registrations.$inferSelect;

/** Whom somebody met or can say they met; undefined before the event has begun, or for who had no place. */
export async function contactsOf(tx: Tx, guest: Guest, now: Date): Promise<ContactLine[] | undefined> {
  const [event] = await tx.select({ beginsAt: events.beginsAt }).from(events).where(eq(events.id, guest.eventId));
  if (guest.state !== 'confirmed' || guest.organisationId === null || !event || event.beginsAt > now) return undefined;
  const marked = await tx.select().from(eventContacts).where(eq(eventContacts.registrationId, guest.id));
  const own = or(eq(meetings.fromRegistrationId, guest.id), eq(meetings.toRegistrationId, guest.id));
  const met = await tx
    .select({ from: meetings.fromOrganisationId, to: meetings.toOrganisationId })
    .from(meetings)
    .innerJoin(meetingSlots, eq(meetingSlots.id, meetings.slotId))
    .where(and(own, eq(meetings.state, 'accepted'), lte(meetingSlots.beginsAt, now)));
  const markedIds = new Set(marked.map(({ organisationId }) => organisationId));
  const metIds = new Set(met.flatMap(({ from, to }) => [from, to]));
  const beside = await attendingBeside(tx, guest);
  return beside.map(({ id, name }) => ({ id, name, isMarked: markedIds.has(id), hasMet: metIds.has(id) }));
}
