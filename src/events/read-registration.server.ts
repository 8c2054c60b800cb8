import { and, count, eq, lt, or, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { eventCards, type EventCard } from './read-list.server.ts';
import { registrationOf } from './read-token.server.ts';
import { events, registrations } from './tables.server.ts';

/** How many places are left; undefined without limit. Nobody's name is read, so anybody may know. */
export async function placesLeft(database: Database, eventId: number): Promise<number | undefined> {
  return database.inTransaction(theSystem, async (tx) => {
    const [row] = await tx
      .select({
        capacity: events.capacity,
        taken: sql<number>`(select count(*)::int from registration
          where event_id = event.id and state in ('confirmed', 'waiting'))`,
      })
      .from(events)
      .where(eq(events.id, eventId));
    return row?.capacity === null || !row ? undefined : Math.max(0, row.capacity - row.taken);
  });
}

export interface OwnRegistration {
  readonly row: typeof registrations.$inferSelect;
  readonly event: EventCard;
  /** In the line of those who wait, from one. */
  readonly placeInLine: number;
}

/** A registration for whoever holds its link; undefined when the link is none of ours, or what it led to was deleted. */
export async function ownRegistration(tx: Tx, token: string): Promise<OwnRegistration | undefined> {
  const id = await registrationOf(tx, token);
  if (id === undefined) return undefined;
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id));
  if (!row) return undefined;
  const [event] = await eventCards(tx, eq(events.id, row.eventId), 1);
  return event && { row, event, placeInLine: row.state === 'waiting' ? await placeOf(tx, row) : 0 };
}

async function placeOf(tx: Tx, { id, eventId, confirmedAt }: OwnRegistration['row']): Promise<number> {
  const at = confirmedAt ?? new Date(0);
  const before = or(
    lt(registrations.confirmedAt, at),
    and(eq(registrations.confirmedAt, at), lt(registrations.id, id)),
  );
  const [row] = await tx
    .select({ before: count() })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'waiting'), before));
  return (row?.before ?? 0) + 1;
}
