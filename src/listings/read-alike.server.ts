import { and, eq, inArray, ne, or } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { findHits } from '#search/read.server.ts';
import { isAlike, type Alike } from './alike.ts';
import { sidePaths, type Side } from './listing.ts';
import { listingEditions, listings } from './tables.server.ts';

interface Asked {
  readonly id: number;
  readonly side: Side;
  readonly lang: Lang;
  readonly organisationId: number;
  readonly title: string;
  readonly text: string;
}

const mostCandidates = 10;
const mostShown = 3;

/**
 * Listings of the same side that read nearly the same: those the public finds by the title, and the organisation's own
 * that are not public yet. What the asker may not see is not among them.
 */
export async function alikeTo(tx: Tx, { id, side, lang, organisationId, title, text }: Asked): Promise<Alike[]> {
  if (title.trim() === '') return [];
  const { hits } = await findHits(tx, { text: title, lang, filters: { kind: side }, limit: mostCandidates });
  const found = hits.filter((hit) => hit.kind === side).map((hit) => Number(hit.id));
  const own = and(
    eq(listings.organisationId, organisationId),
    inArray(listings.state, ['draft', 'submitted', 'checked']),
  );
  const rows = await tx
    .select({ id: listings.id, state: listings.state, title: listingEditions.title, body: listingEditions.body })
    .from(listings)
    .innerJoin(listingEditions, and(eq(listingEditions.listingId, listings.id), eq(listingEditions.lang, lang)))
    .where(and(eq(listings.side, side), ne(listings.id, id), or(inArray(listings.id, found), own)))
    .orderBy(listings.id)
    .limit(mostCandidates * 2);
  return rows
    .filter((row) => isAlike({ title, text }, { title: row.title, text: row.body }))
    .slice(0, mostShown)
    .map((row) => ({ id: row.id, title: row.title, path: pathOf(row, side) }));
}

function pathOf({ id, state }: { id: number; state: string }, side: Side): string {
  const isPublic = ['published', 'closed', 'expired'].includes(state);
  return `${isPublic ? '' : '/desk'}/${sidePaths[side]}/${id}`;
}
