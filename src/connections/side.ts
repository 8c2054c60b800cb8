import { actsFor, holds, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Secrecy } from '#listings/listing.ts';
import type { Sides } from './connection.ts';

export type SideName = 'need' | 'offer';

/** One side of a connection as this reader may see it. */
export interface SideView {
  /** Undefined of an institute that has no offer for it yet. */
  readonly listing: ListingView | undefined;
  /** Undefined as long as the reader may not know who it is. */
  readonly organisation: { readonly id: number; readonly name: TwoText; readonly isPublic: boolean } | undefined;
  readonly zone: TwoText;
}

export interface ListingView {
  readonly id: number;
  readonly side: SideName;
  readonly reference: string | null;
  /** Empty where even the title is for its own people only. */
  readonly title: TwoText;
  readonly summary: TwoText;
  readonly isPublished: boolean;
}

interface Known extends Sides {
  readonly needAcceptedAt: Date | null;
  readonly offerAcceptedAt: Date | null;
}

/** Both have said yes: from now on each knows who the other is and how to reach them. */
export function areAcquainted({ needAcceptedAt, offerAcceptedAt }: Pick<Known, 'needAcceptedAt' | 'offerAcceptedAt'>) {
  return needAcceptedAt !== null && offerAcceptedAt !== null;
}

/** Whether it is the reader's own side: its members, and the brokers of its zone. */
export function isOwnSide(actor: Actor, side: SideName, sides: Sides): boolean {
  const [organisation, zone] =
    side === 'need' ? [sides.needOrganisationId, sides.needZoneCode] : [sides.offerOrganisationId, sides.offerZoneCode];
  return actsFor(actor, organisation) || holds(actor, ['broker'], zone);
}

/** Who it is: to their own people always, to the others when it is named in public or both have accepted. */
export function mayKnowWho(
  actor: Actor,
  side: SideName,
  { connection, isAnonymous, isPublic }: { connection: Known; isAnonymous: boolean; isPublic: boolean },
): boolean {
  return areAcquainted(connection) || isOwnSide(actor, side, connection) || (isPublic && !isAnonymous);
}

/** What it is about: what is not open is told with its number only until both have accepted. */
export function mayReadText(actor: Actor, side: SideName, given: { connection: Known; secrecy: Secrecy }): boolean {
  return given.secrecy === 'open' || areAcquainted(given.connection) || isOwnSide(actor, side, given.connection);
}

/** Whether the reader knows what that side is about: words that met are quoted from it. */
export function isReadable({ listing }: SideView): boolean {
  return !listing || listing.title.zh !== '';
}
