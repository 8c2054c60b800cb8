import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { events, registrations } from './tables.server.ts';
import { orderLetters } from './write-letters.server.ts';

/** How many places of an event are taken. */
export async function takenPlaces(tx: Tx, eventId: number): Promise<number> {
  const [row] = await tx
    .select({ taken: count() })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'confirmed')));
  return row?.taken ?? 0;
}

/** Gives free places to those who wait, the longest waiting first, and tells them. The caller holds the lock of the event. */
export async function fillPlaces(tx: Tx, eventId: number): Promise<void> {
  const [event] = await tx.select().from(events).where(eq(events.id, eventId));
  if (event?.state !== 'published') return;
  const free = event.capacity === null ? null : event.capacity - (await takenPlaces(tx, eventId));
  if (free !== null && free <= 0) return;
  const waiting = tx
    .select({ id: registrations.id, zoneCode: registrations.zoneCode })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'waiting')))
    .orderBy(asc(registrations.confirmedAt), asc(registrations.id));
  const next = await (free === null ? waiting : waiting.limit(free));
  if (next.length === 0) return;
  const ids = next.map(({ id }) => id);
  await tx.update(registrations).set({ state: 'confirmed' }).where(inArray(registrations.id, ids));
  await orderLetters(
    tx,
    next.map(({ id, zoneCode }) => ({ registrationId: id, zoneCode, kind: 'moved-up' as const })),
  );
}
