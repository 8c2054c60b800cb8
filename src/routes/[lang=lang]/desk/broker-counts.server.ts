import type { Actor } from '#accounts/actor.ts';
import { mayOpenLists } from '#connections/load.ts';
import { waitingGroupsFor } from '#connections/read-waiting.server.ts';
import { uncheckedListings } from '#listings/read-waiting.server.ts';
import { claimsFor } from '#organisations/read-claims.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** How much waits in the zones of a broker, by what for; nothing for anybody else. */
export async function brokerCounts(tx: Tx, actor: Actor) {
  if (!mayOpenLists(actor)) return [];
  const groups = await waitingGroupsFor(tx, actor);
  return [
    { group: 'listings' as const, count: (await uncheckedListings(tx, actor)).total },
    ...groups.map(({ group, total }) => ({ group, count: total })),
    { group: 'claims' as const, count: (await claimsFor(tx, actor, { state: 'open' })).claims.length },
  ].filter(({ count }) => count > 0);
}
