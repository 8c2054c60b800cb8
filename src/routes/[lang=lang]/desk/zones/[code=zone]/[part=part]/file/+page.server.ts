import { fileUpdateActions, loadFileUpdate } from '../../../../file-update.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { nounOf, zoneHere } from '../../here.server.ts';

export const load: PageServerLoad = async ({ locals, params: { code, part }, url }) => {
  const { zone } = await locals.database.inTransaction(locals.actor, (tx) => zoneHere(tx, locals, code));
  return { zone, part, ...(await loadFileUpdate(locals, nounOf(code, part), url.searchParams)) };
};

async function actionsHere({ locals, params: { code, part } }: RequestEvent) {
  // Whose zone it is comes before what was sent.
  await locals.database.inTransaction(locals.actor, (tx) => zoneHere(tx, locals, code));
  return fileUpdateActions(nounOf(code, part));
}

export const actions: Actions = {
  look: async (event) => (await actionsHere(event)).look(event),
  confirm: async (event) => (await actionsHere(event)).confirm(event),
  discard: async (event) => (await actionsHere(event)).discard(event),
};
