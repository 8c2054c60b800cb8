import { and, asc, eq, gt, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TwoText } from '#language/lang.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inBoth } from './event.ts';
import type { MeetingState } from './meeting.ts';
import { meetingBookings, meetings, meetingSlots, registrations } from './tables.server.ts';

export interface Side {
  readonly organisation: TwoText;
  /** Who comes; of the side that was asked nobody until somebody accepts. */
  readonly person: string;
  readonly role: string;
}

/** A meeting as the desk sees it. */
export interface MeetingView {
  readonly id: number;
  readonly state: MeetingState;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly table: number | null;
  readonly note: string;
  readonly answerBy: Date;
  readonly from: Side;
  readonly to: Side;
  readonly fromOrganisationId: number;
  readonly toOrganisationId: number;
  readonly fromRegistrationId: number;
  readonly toRegistrationId: number | null;
}

/** Meetings in the order of their slots. */
export async function meetingsWhere(tx: Tx, where: SQL | undefined): Promise<MeetingView[]> {
  const [from, to] = [alias(organisations, 'asking'), alias(organisations, 'asked')];
  const [sender, taker] = [alias(registrations, 'sender'), alias(registrations, 'taker')];
  const rows = await tx
    .select({ meeting: meetings, slot: meetingSlots, from, to, sender, taker })
    .from(meetings)
    .innerJoin(meetingSlots, eq(meetingSlots.id, meetings.slotId))
    .innerJoin(from, eq(from.id, meetings.fromOrganisationId))
    .innerJoin(to, eq(to.id, meetings.toOrganisationId))
    .innerJoin(sender, eq(sender.id, meetings.fromRegistrationId))
    .leftJoin(taker, eq(taker.id, meetings.toRegistrationId))
    .where(where)
    .orderBy(asc(meetingSlots.beginsAt), asc(meetings.id))
    .limit(2000);
  return rows.map((row) => ({
    ...{ id: row.meeting.id, state: row.meeting.state, note: row.meeting.note, answerBy: row.meeting.answerBy },
    ...{ beginsAt: row.slot.beginsAt, endsAt: row.slot.endsAt, table: row.meeting.tableNumber },
    from: sideOf(row.from, row.sender),
    to: sideOf(row.to, row.taker),
    fromOrganisationId: row.meeting.fromOrganisationId,
    toOrganisationId: row.meeting.toOrganisationId,
    fromRegistrationId: row.meeting.fromRegistrationId,
    toRegistrationId: row.meeting.toRegistrationId,
  }));
}

function sideOf(of: { nameZh: string; nameEn: string }, person: { name: string; role: string } | null): Side {
  return { organisation: inBoth(of.nameZh, of.nameEn), person: person?.name ?? '', role: person?.role ?? '' };
}

export interface SlotView {
  readonly id: number;
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

export async function slotsOfEvent(tx: Tx, eventId: number): Promise<SlotView[]> {
  return tx
    .select({ id: meetingSlots.id, beginsAt: meetingSlots.beginsAt, endsAt: meetingSlots.endsAt })
    .from(meetingSlots)
    .where(eq(meetingSlots.eventId, eventId))
    .orderBy(asc(meetingSlots.beginsAt));
}

/** Slots still to come in which neither this person nor their organisation has a meeting. */
export async function freeSlots(
  tx: Tx,
  { eventId, id, organisationId }: { eventId: number; id: number; organisationId: number | null },
  now: Date,
): Promise<SlotView[]> {
  const isBusy = sql`exists (select from ${meetingBookings} where ${meetingBookings.eventId} = ${eventId}
    and ${meetingBookings.during} && tstzrange(${meetingSlots.beginsAt}, ${meetingSlots.endsAt})
    and ((kind = 'person' and holder = ${id}) or (kind = 'organisation' and holder = ${organisationId})))`;
  return tx
    .select({ id: meetingSlots.id, beginsAt: meetingSlots.beginsAt, endsAt: meetingSlots.endsAt })
    .from(meetingSlots)
    .where(and(eq(meetingSlots.eventId, eventId), gt(meetingSlots.beginsAt, now), sql`not ${isBusy}`))
    .orderBy(asc(meetingSlots.beginsAt));
}

export interface Attending {
  readonly id: number;
  readonly name: TwoText;
}

/** The other organisations that have somebody with a place. */
export async function attendingBeside(
  tx: Tx,
  { eventId, organisationId }: { eventId: number; organisationId: number | null },
): Promise<Attending[]> {
  const isThere = and(
    eq(registrations.eventId, eventId),
    eq(registrations.state, 'confirmed'),
    isNotNull(registrations.organisationId),
  );
  const there = tx.select({ id: registrations.organisationId }).from(registrations).where(isThere);
  const isOther = organisationId === null ? undefined : ne(organisations.id, organisationId);
  const rows = await tx
    .select({ id: organisations.id, nameZh: organisations.nameZh, nameEn: organisations.nameEn })
    .from(organisations)
    .where(and(inArray(organisations.id, there), isOther))
    .orderBy(asc(organisations.nameZh), asc(organisations.id));
  return rows.map(({ id, nameZh, nameEn }) => ({ id, name: inBoth(nameZh, nameEn) }));
}

/** Meetings that concern this person: their own, and what their organisation is asked. */
export function concerning({ id, organisationId }: { id: number; organisationId: number | null }): SQL | undefined {
  const own = [eq(meetings.fromRegistrationId, id), eq(meetings.toRegistrationId, id)];
  const isOpen = inArray(meetings.state, ['asked', 'declined', 'expired', 'cancelled']);
  return organisationId === null ? or(...own) : or(...own, and(eq(meetings.toOrganisationId, organisationId), isOpen));
}

/** All meetings of an event, for the desk. */
export async function meetingsOfEvent(tx: Tx, eventId: number): Promise<MeetingView[]> {
  return meetingsWhere(tx, eq(meetings.eventId, eventId));
}
