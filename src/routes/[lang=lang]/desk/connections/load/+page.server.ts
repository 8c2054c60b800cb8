import { mayOpenLists } from '#connections/load.ts';
import { loadFor, loadZones } from '#connections/read-load.server.ts';
import { dateOf } from '#language/dates.ts';
import type { PageServerLoad } from './$types';

/** How much each broker of one zone has in hand: the zone that was asked for, or the first of one's own. */
export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const year = Number(dateOf(new Date()).slice(0, 4));
  return database.inTransaction(actor, async (tx) => {
    const zones = await loadZones(tx, actor);
    const zone = (zones.find(({ value }) => value === url.searchParams.get('zone')) ?? zones[0])?.value;
    const loads = zone === undefined ? [] : await loadFor(tx, actor, { zone, year });
    return { year, zones, zone, loads, hasLists: mayOpenLists(actor), ownAccount: actor.accountId };
  });
};
