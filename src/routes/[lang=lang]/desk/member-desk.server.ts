import { organisationsOf, type Actor } from '#accounts/actor.ts';
import { suggestedFor } from '#connections/read-mine.server.ts';
import { ownConnections } from '#connections/read-own.server.ts';
import { ownEvents } from '#events/read-own.server.ts';
import { ownListings } from '#listings/read-own.server.ts';
import { ownOrganisations } from '#organisations/read-own.server.ts';
import type { Database } from '#platform/database.server.ts';

/** All that a member of an organisation has under way; undefined for whoever is none. */
export async function memberDesk(database: Database, actor: Actor) {
  if (organisationsOf(actor).length === 0) return undefined;
  const own = await database.inTransaction(actor, async (tx) => {
    const listings = await ownListings(tx, actor);
    const ids = listings.map(({ id }) => id);
    return {
      ...{ listings, fitting: await suggestedFor(tx, ids) },
      organisations: await ownOrganisations(tx, actor),
      connections: await ownConnections(tx, actor),
    };
  });
  return { ...own, events: await ownEvents(database, actor) };
}
