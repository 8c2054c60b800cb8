import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { mayPresent } from './read-listings.server.ts';
import { eventListings } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { ownEvent } from './write.server.ts';

interface Pair {
  readonly event: number;
  readonly listing: number;
}

/** Presents a need or an offer at an event: one of the event's own zone, or a public one of any zone. */
export async function attachListing(tx: Tx, actor: Actor, { event, listing }: Pair): Promise<Outcome<null>> {
  const own = await ownEvent(tx, actor, event);
  if (!own.ok) return own;
  if (own.value.state === 'cancelled') return refused({ says: words.isCancelled });
  if (!(await mayPresent(tx, { listing, zone: own.value.zoneCode }))) return refused({ says: words.noListing });
  await tx.insert(eventListings).values({ eventId: event, listingId: listing }).onConflictDoNothing();
  await remembered(tx, actor, { ...own.value, change: [null, listing] });
  return done(null);
}

/** Takes a need or an offer off an event. */
export async function detachListing(tx: Tx, actor: Actor, { event, listing }: Pair): Promise<Outcome<null>> {
  const own = await ownEvent(tx, actor, event);
  if (!own.ok) return own;
  const [gone] = await tx
    .delete(eventListings)
    .where(and(eq(eventListings.eventId, event), eq(eventListings.listingId, listing)))
    .returning();
  if (!gone) return refused({ says: words.noListing });
  await remembered(tx, actor, { ...own.value, change: [listing, null] });
  return done(null);
}

interface Changed {
  readonly id: number;
  readonly zoneCode: string;
  readonly change: readonly [before: number | null, after: number | null];
}

async function remembered(tx: Tx, actor: Actor, { id, zoneCode, change }: Changed): Promise<void> {
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'listings', zone: zoneCode },
    changes: { listing: change },
  });
  await refreshPublic(tx, id);
  // Its own page names the events it is presented at.
  await notifyChanged(
    tx,
    change.flatMap((listing) => (listing === null ? [] : [`listing:${listing}`])),
  );
}
