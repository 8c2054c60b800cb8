import { and, count, eq, inArray, or, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { meetingWords as words } from '#language/words/meetings.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { answerBy, askForm, mostOpen, type Slot } from './meeting.ts';
import { attendingBeside } from './read-meetings.server.ts';
import { meetings, meetingSlots, registrations } from './tables.server.ts';
import { bookMeeting, freeTable, isBusy, releaseMeeting } from './write-bookings.server.ts';
import { orderLetters } from './write-letters.server.ts';
import { locked, type Found } from './read-locked.server.ts';

type MeetingRow = typeof meetings.$inferSelect;
type Guest = Found['row'] & { readonly organisationId: number };

interface Asked {
  /** The registration that asks or answers. */
  readonly id: number;
  readonly now: Date;
}

/** Asks another organisation at the event for a slot. Everybody of it who has a place may answer. */
export async function askForMeeting(
  tx: Tx,
  actor: Actor,
  { id, fields, now }: Asked & { fields: unknown },
): Promise<Outcome<{ id: number }>> {
  const guest = await guestWithOrganisation(tx, id);
  if (!guest.ok) return guest;
  const said = askForm.safeParse(fields);
  if (!said.success) return refused({ field: 'organisation', says: words.formWrong });
  const slot = await slotToCome(tx, { event: guest.value.eventId, slot: said.data.slot, now });
  if (!slot.ok) return slot;
  const standing = await standsInTheWay(tx, guest.value, { to: said.data.organisation, slot: slot.value });
  if (standing) return standing;
  const { eventId, zoneCode, organisationId } = guest.value;
  const sides = {
    fromOrganisationId: organisationId,
    toOrganisationId: said.data.organisation,
    fromRegistrationId: id,
  };
  const { slot: slotId, note } = said.data;
  const [row] = await tx
    .insert(meetings)
    .values({ ...sides, eventId, zoneCode, slotId, note, askedAt: now, answerBy: answerBy(now, slot.value) })
    .returning();
  if (!row) throw new Error('a meeting was not kept');
  const asked = await peopleOf(tx, row);
  await tell(tx, row, { to: asked, kind: 'meeting-asked' });
  await remembered(tx, actor, { ...row, action: 'meeting asked' });
  return done({ id: row.id });
}

/** Accepts what the own organisation was asked: from then on people, organisations and a table are taken for that time. */
export async function acceptMeeting(
  tx: Tx,
  actor: Actor,
  { id, meeting, now }: Asked & { meeting: number },
): Promise<Outcome<null>> {
  const found = await toAnswer(tx, { id, meeting, now });
  if (!found.ok) return found;
  const { row, slot, guest } = found.value;
  const table = await freeTable(tx, row, slot);
  const isTaken = await isBusy(tx, row, { ...slot, people: [row.fromRegistrationId, guest.id] });
  if (table === undefined || isTaken) return refused({ says: words.slotTaken });
  const set = { state: 'accepted', toRegistrationId: guest.id, tableNumber: table, answeredAt: now } as const;
  await tx.update(meetings).set(set).where(eq(meetings.id, row.id));
  await bookMeeting(tx, { ...row, ...set }, slot);
  await tell(tx, row, { to: [row.fromRegistrationId, guest.id], kind: 'meeting-accepted' });
  await remembered(tx, actor, { ...row, action: 'meeting accepted' });
  return done(null);
}

/** Says no to what the own organisation was asked. */
export async function declineMeeting(
  tx: Tx,
  actor: Actor,
  { id, meeting, now }: Asked & { meeting: number },
): Promise<Outcome<null>> {
  const found = await toAnswer(tx, { id, meeting, now });
  if (!found.ok) return found;
  const { row } = found.value;
  await tx.update(meetings).set({ state: 'declined', answeredAt: now }).where(eq(meetings.id, row.id));
  await tell(tx, row, { to: [row.fromRegistrationId], kind: 'meeting-declined' });
  await remembered(tx, actor, { ...row, action: 'meeting declined' });
  return done(null);
}

/** Calls off what this person asked for or accepted; the other side is told, and the time is free again. */
export async function callOffMeeting(
  tx: Tx,
  actor: Actor,
  { id, meeting, now }: Asked & { meeting: number },
): Promise<Outcome<null>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meeting), ownOf(id)));
  if (!row) return refused({ says: words.notFound });
  const slot = await slotToCome(tx, { event: row.eventId, slot: row.slotId, now });
  if (!slot.ok) return slot;
  await callOff(tx, actor, { rows: [row], by: id, now });
  return done(null);
}

/** Calls off all that somebody arranged, who will not come. The caller holds the lock of the event. */
export async function callOffAll(tx: Tx, actor: Actor, { id, now }: Asked): Promise<void> {
  const rows = await tx.select().from(meetings).where(ownOf(id));
  await callOff(tx, actor, { rows, by: id, now });
}

function ownOf(id: number) {
  const isOwn = or(eq(meetings.fromRegistrationId, id), eq(meetings.toRegistrationId, id));
  return and(isOwn, inArray(meetings.state, ['asked', 'accepted']));
}

async function callOff(tx: Tx, actor: Actor, { rows, by, now }: { rows: MeetingRow[]; by: number; now: Date }) {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.update(meetings).set({ state: 'cancelled', answeredAt: now }).where(inArray(meetings.id, ids));
  await releaseMeeting(tx, ids);
  const kind = 'meeting-called-off' as const;
  await orderLetters(
    tx,
    rows.flatMap(({ id, zoneCode, fromRegistrationId, toRegistrationId }) =>
      [fromRegistrationId, ...(toRegistrationId === null ? [] : [toRegistrationId])]
        .filter((one) => one !== by)
        .map((registrationId) => ({ registrationId, zoneCode, kind, meetingId: id })),
    ),
  );
  const deeds = rows.map(({ id, zoneCode: zone }) => ({ kind: 'meeting', record: String(id), zone }));
  await remember(tx, actor, ...deeds.map((deed) => ({ ...deed, action: 'meeting called off' })));
}

async function guestWithOrganisation(tx: Tx, id: number): Promise<Outcome<Guest>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { row, event } = found.value;
  if (row.state !== 'confirmed' || event.state !== 'published') return refused({ says: words.notRegistered });
  const { organisationId } = row;
  return organisationId === null ? refused({ says: words.needsOrganisation }) : done({ ...row, organisationId });
}

async function slotToCome(
  tx: Tx,
  { event, slot, now }: { event: number; slot: number; now: Date },
): Promise<Outcome<typeof meetingSlots.$inferSelect>> {
  const [row] = await tx
    .select()
    .from(meetingSlots)
    .where(and(eq(meetingSlots.id, slot), eq(meetingSlots.eventId, event)));
  return row && row.beginsAt > now ? done(row) : refused({ field: 'slot', says: words.slotOver });
}

async function standsInTheWay(tx: Tx, guest: Guest, { to, slot }: { to: number; slot: Slot }) {
  const beside = await attendingBeside(tx, guest);
  if (!beside.some(({ id }) => id === to)) return refused({ field: 'organisation', says: words.notThere });
  const { eventId, organisationId } = guest;
  const pair = { eventId, fromOrganisationId: organisationId, toOrganisationId: to };
  if (await hasOpen(tx, pair)) return refused({ field: 'organisation', says: words.once });
  const isTaken = await isBusy(tx, pair, { ...slot, people: [guest.id] });
  if (isTaken || (await freeTable(tx, pair, slot)) === undefined)
    return refused({ field: 'slot', says: words.slotTaken });
  const isOwn = and(eq(meetings.fromRegistrationId, guest.id), eq(meetings.state, 'asked'));
  const [open] = await tx.select({ n: count() }).from(meetings).where(isOwn);
  return (open?.n ?? 0) >= mostOpen ? refused({ says: words.tooManyOpen(mostOpen) }) : undefined;
}

type Pair = Pick<MeetingRow, 'eventId' | 'fromOrganisationId' | 'toOrganisationId'>;

async function hasOpen(tx: Tx, { eventId, fromOrganisationId: a, toOrganisationId: b }: Pair): Promise<boolean> {
  const both = [a, b];
  const [row] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        ...[eq(meetings.eventId, eventId), inArray(meetings.state, ['asked', 'accepted'])],
        ...[inArray(meetings.fromOrganisationId, both), inArray(meetings.toOrganisationId, both)],
      ),
    )
    .limit(1);
  return row !== undefined;
}

interface ToAnswer {
  readonly row: MeetingRow;
  readonly slot: typeof meetingSlots.$inferSelect;
  readonly guest: Guest;
}

/** What the own organisation was asked and can still answer. */
async function toAnswer(tx: Tx, { id, meeting, now }: Asked & { meeting: number }): Promise<Outcome<ToAnswer>> {
  const guest = await guestWithOrganisation(tx, id);
  if (!guest.ok) return guest;
  const isOwn = and(eq(meetings.id, meeting), eq(meetings.eventId, guest.value.eventId));
  const [row] = await tx.select().from(meetings).where(isOwn).for('update');
  if (row?.toOrganisationId !== guest.value.organisationId) return refused({ says: words.notFound });
  if (row.state !== 'asked' || row.answerBy <= now) return refused({ says: words.answerTooLate });
  const slot = await slotToCome(tx, { event: row.eventId, slot: row.slotId, now });
  return slot.ok ? done({ row, slot: slot.value, guest: guest.value }) : slot;
}

async function peopleOf(tx: Tx, { eventId, toOrganisationId }: MeetingRow): Promise<number[]> {
  const isThere = and(eq(registrations.eventId, eventId), eq(registrations.organisationId, toOrganisationId));
  const rows = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(isThere, eq(registrations.state, 'confirmed')))
    .orderBy(sql`${registrations.id}`);
  return rows.map(({ id }) => id);
}

interface Telling {
  readonly to: readonly number[];
  readonly kind: 'meeting-asked' | 'meeting-accepted' | 'meeting-declined';
}

async function tell(tx: Tx, { id, zoneCode }: MeetingRow, { to, kind }: Telling): Promise<void> {
  await orderLetters(
    tx,
    to.map((registrationId) => ({ registrationId, zoneCode, kind, meetingId: id })),
  );
}

async function remembered(
  tx: Tx,
  actor: Actor,
  { id, zoneCode: zone, action }: Pick<MeetingRow, 'id' | 'zoneCode'> & { action: string },
): Promise<void> {
  await remember(tx, actor, { kind: 'meeting', record: String(id), action, zone });
}
