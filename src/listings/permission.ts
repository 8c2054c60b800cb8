import { actsFor, holds, type Actor } from '#accounts/actor.ts';
import type { ListingAction, ListingState } from './state.ts';

/** Whose a listing is. */
export interface Owned {
  readonly organisationId: number;
  readonly zoneCode: string;
}

/** The people of its organisation and the brokers of its zone see all of it; for anybody else it is not there. */
export function canSeeListing(actor: Actor, { organisationId, zoneCode }: Owned): boolean {
  return actsFor(actor, organisationId) || holds(actor, ['broker'], zoneCode);
}

/** Its zone's brokers, who see what they know of it among themselves. */
export function isBrokerOf(actor: Actor, { zoneCode }: Pick<Owned, 'zoneCode'>): boolean {
  return holds(actor, ['broker'], zoneCode);
}

/** The brokers of its zone, in their own name. */
export function canBroker(actor: Actor, listing: Pick<Owned, 'zoneCode'>): boolean {
  return !actor.viewedBy && isBrokerOf(actor, listing);
}

/** What its people may do in its life; nobody does it through another's eyes. */
export function canTake(actor: Actor, listing: Owned, action: ListingAction): boolean {
  if (action === 'expire') return false;
  const isMember = !actor.viewedBy && actsFor(actor, listing.organisationId);
  // A broker sends back, and says why.
  if (action === 'recall') return isMember;
  return canBroker(actor, listing) || (isMember && membersActions.includes(action));
}

const membersActions: readonly ListingAction[] = ['submit', 'close', 'renew'];

/** Its organisation's people and its zone's brokers begin one, and keep it open for interest or not. */
export function canLookAfter(actor: Actor, listing: Owned): boolean {
  return !actor.viewedBy && canSeeListing(actor, listing);
}

/** A member writes as long as it is a draft; what a broker has in hand or the public reads, a broker writes. What is over is a record. */
export function canWrite(actor: Actor, listing: Owned & { readonly state: ListingState }): boolean {
  if (listing.state === 'closed' || listing.state === 'expired') return false;
  return canBroker(actor, listing) || (listing.state === 'draft' && canLookAfter(actor, listing));
}

/** A draft that was never handed in has no number that others could know it by. */
export function canDelete(
  actor: Actor,
  listing: Owned & { readonly state: ListingState; readonly reference: string | null },
): boolean {
  return listing.state === 'draft' && listing.reference === null && canLookAfter(actor, listing);
}
