import { desc, eq, or } from 'drizzle-orm';
import { actsFor, holds, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { mayTake } from './connection.ts';
import { isConnectable } from './pair.ts';
import { pairListing } from './read-pair.server.ts';
import type { ConnectionRow } from './read-row.server.ts';
import { sidesOf } from './read-sides.server.ts';
import { isReadable, type SideView } from './side.ts';
import { connections } from './tables.server.ts';

/** A listing with all that is suggested for it and all that has come of it; undefined for whoever it is not of. */
export async function suggestionsFor(tx: Tx, actor: Actor, listingId: number) {
  const listing = await pairListing(tx, listingId);
  const isTheirs = listing && (actsFor(actor, listing.organisationId) || holds(actor, ['broker'], listing.zoneCode));
  if (!listing || !isTheirs) return undefined;
  const rows = await tx
    .select()
    .from(connections)
    .where(or(eq(connections.needId, listingId), eq(connections.offerId, listingId)))
    .orderBy(desc(connections.score), connections.id);
  const sides = await sidesOf(tx, actor, rows);
  const isBroker = holds(actor, ['broker'], listing.zoneCode);
  const all = rows.flatMap((row) => {
    const other = sides.get(row.id)?.[listing.side === 'need' ? 'offer' : 'need'];
    return other && (isBroker || isForMembers(row, other)) ? [shownOf(actor, row, other)] : [];
  });
  return { listing, isReady: isConnectable(listing, listing.zoneCode), all };
}

/** What only a zone's brokers have checked is theirs to propose. */
function isForMembers({ state, offerId }: ConnectionRow, { listing }: SideView): boolean {
  return state !== 'suggested' || (listing?.isPublished ?? offerId === null);
}

function shownOf(actor: Actor, row: ConnectionRow, other: SideView) {
  const { id, state, score, endReason } = row;
  const may = { propose: mayTake(actor, row, 'propose'), decline: mayTake(actor, row, 'decline') };
  return { id, state, score, endReason, other, may, reasons: isReadable(other) ? row.reasons : null };
}
