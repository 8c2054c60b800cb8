import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { ListingKind, Side } from './listing.ts';
import type { ListingState } from './state.ts';

/** A listing as the page of its organisation at the desk names it. */
export interface OwnListing {
  readonly id: number;
  readonly side: Side;
  readonly kind: ListingKind;
  readonly state: ListingState;
  readonly reference: string | null;
  readonly title: string;
  readonly isOpen: boolean;
  readonly comments: number;
  readonly expiresAt: Date | null;
}

const most = 200;

type Found = Omit<OwnListing, 'id' | 'expiresAt'> & { id: string; expiresAt: string | null };

/** The needs and offers of an organisation that the asker may see, those that are under way before the record. */
export async function listingsOf(tx: Tx, organisationId: number): Promise<OwnListing[]> {
  const { rows } = await tx.execute<Found>(sql`
    select listing.id::text, side, kind, state, reference, title, is_open as "isOpen", expires_at::text as "expiresAt",
      (select count(*)::int from listing_comment where listing_id = listing.id and settled_at is null) as comments
    from listing join listing_edition on listing_id = listing.id and lang = original_lang
    where organisation_id = ${organisationId}
    order by state in ('closed', 'expired'), listing.id desc limit ${most}`);
  return rows.map(({ id, expiresAt, ...row }) => ({
    ...row,
    id: Number(id),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  }));
}
