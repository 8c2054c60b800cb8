import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { eventDeskWords } from '#language/words/event-desk.ts';
import { eventPeopleWords as words } from '#language/words/meetings.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { areTooMany, slotForm, slotsOf, type Slot } from './meeting.ts';
import { slotsOfEvent } from './read-meetings.server.ts';
import { namedProblems } from './said.ts';
import { events, meetingSlots } from './tables.server.ts';
import { ownEvent, type EventRow } from './write.server.ts';

/** Opens a grid of slots for meetings, and says how many tables there are. */
export async function openSlots(
  tx: Tx,
  actor: Actor,
  { event: id, fields }: { event: number; fields: unknown },
): Promise<Outcome<{ slots: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  if (own.value.state === 'cancelled') return refused({ says: eventDeskWords.isCancelled });
  const said = slotForm.safeParse(fields);
  if (!said.success) return refused(...namedProblems(said.error, words.field));
  const slots = slotsOf(said.data);
  const problem = slotProblem(own.value, slots, await slotsOfEvent(tx, id));
  if (problem) return refused({ field: 'from', says: problem });
  const { zoneCode } = own.value;
  await tx.insert(meetingSlots).values(slots.map((slot) => ({ ...slot, eventId: id, zoneCode })));
  // Fewer tables than are taken would leave somebody without one.
  const tables = Math.max(said.data.tables, own.value.meetingTables ?? 0);
  await tx.update(events).set({ meetingTables: tables }).where(eq(events.id, id));
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'slots opened', zone: zoneCode },
    changes: { slots: [null, slots.length], tables: [own.value.meetingTables, tables] },
  });
  return done({ slots: slots.length });
}

function slotProblem(event: EventRow, slots: readonly Slot[], known: readonly Slot[]) {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return words.slotsNone;
  if (areTooMany([...slots, ...known])) return words.slotsTooMany;
  if (first.beginsAt < event.beginsAt || last.endsAt > event.endsAt) return words.slotsOutside;
  const isTaken = known.some((one) => slots.some((slot) => slot.beginsAt < one.endsAt && one.beginsAt < slot.endsAt));
  return isTaken ? words.slotsOverlap : undefined;
}

/** Closes every slot that nobody asked for. */
export async function closeSlots(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ slots: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const isFree = sql`not exists (select from meeting where slot_id = ${meetingSlots.id})`;
  const closed = await tx
    .delete(meetingSlots)
    .where(and(eq(meetingSlots.eventId, id), isFree))
    .returning({ id: meetingSlots.id });
  if (closed.length === 0) return done({ slots: 0 });
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'slots closed', zone: own.value.zoneCode },
    changes: { slots: [closed.length, null] },
  });
  return done({ slots: closed.length });
}
