import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Slot } from './meeting.ts';
import { meetingBookings, type meetings } from './tables.server.ts';

interface Pair {
  readonly eventId: number;
  readonly fromOrganisationId: number;
  readonly toOrganisationId: number;
}

const rangeOf = ({ beginsAt, endsAt }: Slot) => sql`tstzrange(${beginsAt}::timestamptz, ${endsAt}::timestamptz)`;

/** Whether one of these people or organisations has another meeting at that time. */
export async function isBusy(
  tx: Tx,
  { eventId, fromOrganisationId, toOrganisationId }: Pair,
  { people, ...slot }: Slot & { people: readonly number[] },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from meeting_booking
    where event_id = ${eventId} and during && ${rangeOf(slot)}
      and ((kind = 'person' and holder = any(${sql.param([...people])}::bigint[]))
        or (kind = 'organisation' and holder in (${fromOrganisationId}, ${toOrganisationId}))) limit 1`);
  return rows.length > 0;
}

/** The first table nobody sits at then; undefined when all are taken. */
export async function freeTable(tx: Tx, { eventId }: { eventId: number }, slot: Slot): Promise<number | undefined> {
  const { rows } = await tx.execute<{ free: number }>(sql`
    select free from event, generate_series(1, coalesce(meeting_tables, 0)::int) as free
    where event.id = ${eventId} and not exists (select from meeting_booking
      where event_id = ${eventId} and kind = 'table' and holder = free and during && ${rangeOf(slot)})
    order by free limit 1`);
  return rows[0]?.free;
}

type Agreed = typeof meetings.$inferSelect & { readonly toRegistrationId: number; readonly tableNumber: number };

/** Takes the time of two people, two organisations and a table. */
export async function bookMeeting(tx: Tx, meeting: Agreed, slot: Slot): Promise<void> {
  const { id: meetingId, eventId, zoneCode } = meeting;
  const taken = [
    ['person', meeting.fromRegistrationId],
    ['person', meeting.toRegistrationId],
    ['organisation', meeting.fromOrganisationId],
    ['organisation', meeting.toOrganisationId],
    ['table', meeting.tableNumber],
  ] as const;
  const rows = taken.map(([kind, holder]) => ({ meetingId, eventId, zoneCode, kind, holder, during: rangeOf(slot) }));
  await tx.insert(meetingBookings).values(rows);
}

export async function releaseMeeting(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.delete(meetingBookings).where(inArray(meetingBookings.meetingId, [...ids]));
}
