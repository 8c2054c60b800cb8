import { and, eq, isNull, sql } from 'drizzle-orm';
import { listings } from '#listings/tables.server.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { PairInput } from './pair.ts';
import { connections } from './tables.server.ts';

const asked = {
  id: listings.id,
  side: listings.side,
  state: listings.state,
  isOpen: listings.isOpen,
  organisationId: listings.organisationId,
  zoneCode: listings.zoneCode,
};

/** A listing as far as it decides what it can be connected with. */
export interface PairListing {
  readonly id: number;
  readonly side: 'need' | 'offer';
  readonly state: string;
  readonly isOpen: boolean;
  readonly organisationId: number;
  readonly zoneCode: string;
}

export async function pairListing(db: Db, id: number): Promise<PairListing | undefined> {
  const [row] = await db.select(asked).from(listings).where(eq(listings.id, id));
  return row;
}

/** The offer side of a pair: of an offer, or an institute that is able to do it and has no offer for it yet. */
export async function offerSide(db: Db, { offerId, organisationId }: PairInput) {
  if (offerId !== null) {
    const offer = await pairListing(db, offerId);
    return offer?.side === 'offer'
      ? { listing: offer, organisationId: offer.organisationId, zoneCode: offer.zoneCode }
      : undefined;
  }
  if (organisationId === null) return undefined;
  const [row] = await db
    .select({ organisationId: organisations.id, zoneCode: organisations.zoneCode })
    .from(organisations)
    .where(
      and(eq(organisations.id, organisationId), eq(organisations.kind, 'institute'), isNull(organisations.mergedInto)),
    );
  return row && { listing: undefined, ...row };
}

/** The connection of these two, where they have one. Held until the transaction ends. */
export async function connectionOfPair(
  db: Db,
  pair: { readonly needId: number; readonly offerId: number | null; readonly organisationId: number },
) {
  const [row] = await db
    .select({ id: connections.id, state: connections.state })
    .from(connections)
    .where(
      and(
        eq(connections.needId, pair.needId),
        eq(connections.offerOrganisationId, pair.organisationId),
        sql`${connections.offerId} is not distinct from ${pair.offerId}`,
      ),
    );
  return row;
}
