import { daysSince } from '#connections/light.ts';
import { waitingGroupsFor } from '#connections/read-waiting.server.ts';
import { uncheckedListings } from '#listings/read-waiting.server.ts';
import { claimsFor } from '#organisations/read-claims.server.ts';
import { duplicatePairs } from '#organisations/read-duplicates.server.ts';
import type { PageServerLoad } from './$types';

/** What waits for whom in the zones of a broker. */
export const load: PageServerLoad = async ({ locals: { actor, database } }) => {
  const now = new Date();
  return database.inTransaction(actor, async (tx) => {
    const listings = await uncheckedListings(tx, actor);
    const { pairs, next } = await duplicatePairs(tx, actor);
    const { claims, next: moreClaims } = await claimsFor(tx, actor, { state: 'open' });
    return {
      claims: { count: claims.length, hasMore: moreClaims !== undefined },
      listings: {
        ...listings,
        oldest: listings.oldest.map((one) => ({ ...one, days: daysSince(one.submittedAt, now) })),
      },
      groups: await waitingGroupsFor(tx, actor),
      duplicates: { count: pairs.length, hasMore: next !== undefined },
    };
  });
};
