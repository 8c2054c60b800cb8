import { sql } from 'drizzle-orm';
import { organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Side } from './listing.ts';
import type { ListingState } from './state.ts';

/** A need or an offer of one's own, as one's front page lists it. */
export interface OwnLine {
  readonly id: number;
  readonly side: Side;
  readonly title: string;
  readonly state: ListingState;
  readonly isOpen: boolean;
  /** Comments of a broker that are not settled. */
  readonly comments: number;
  readonly expiresAt: Date | null;
}

const most = 50;

type Found = Omit<OwnLine, 'id' | 'expiresAt'> & { id: string; expiresAt: string | null };

/** What this person's organisations have under way; first what waits for themselves. */
export async function ownListings(tx: Tx, actor: Actor): Promise<OwnLine[]> {
  const organisations = organisationsOf(actor);
  if (organisations.length === 0) return [];
  const { rows } = await tx.execute<Found>(sql`
    select listing.id::text, side, title, state, is_open as "isOpen", to_json(expires_at)#>>'{}' as "expiresAt", comments
    from listing join listing_edition on listing_id = listing.id and lang = original_lang
      cross join lateral (select count(*)::int as comments from listing_comment
        where listing_comment.listing_id = listing.id and settled_at is null) commented
    where organisation_id = any(${sql.param(organisations)}::bigint[]) and state not in ('closed', 'expired')
    order by state = 'draft' desc, comments = 0, listing.id desc limit ${most}`);
  return rows.map(({ id, expiresAt, ...row }) => ({
    ...row,
    id: Number(id),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  }));
}
