import { boardQuery } from '#connections/board.ts';
import { mayOpenLists } from '#connections/load.ts';
import { boardFor } from '#connections/read-board.server.ts';
import { brokersIn, loadZones } from '#connections/read-load.server.ts';
import { bulk, rank, step } from './actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const asked = boardQuery.parse(Object.fromEntries(url.searchParams));
  return database.inTransaction(actor, async (tx) => {
    const zones = await loadZones(tx, actor);
    const codes = asked.zone ? [asked.zone] : zones.map(({ value }) => value);
    return {
      ...{ asked, zones, columns: await boardFor(tx, actor, asked) },
      brokers: await brokersIn(tx, codes),
      mayTakeOver: mayOpenLists(actor) && !actor.viewedBy,
      did: url.searchParams.has('did'),
      isRanking: url.searchParams.has('ranked'),
    };
  });
};

export const actions: Actions = { step, bulk, rank };
