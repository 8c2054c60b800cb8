import { fileUpdateActions, loadFileUpdate } from '../../../../file-update.server.ts';
import { nounOf, recordHere } from '../record.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const here = await locals.database.inTransaction(locals.actor, (tx) => recordHere(tx, locals, params));
  const place = { organisation: params.id, part: params.record };
  return { ...here, ...(await loadFileUpdate(locals, nounOf(place), url.searchParams)) };
};

async function actionsHere({ locals, params }: RequestEvent) {
  // Whose it is comes before what was sent.
  await locals.database.inTransaction(locals.actor, (tx) => recordHere(tx, locals, params));
  return fileUpdateActions(nounOf({ organisation: params.id, part: params.record }));
}

export const actions: Actions = {
  look: async (event) => (await actionsHere(event)).look(event),
  confirm: async (event) => (await actionsHere(event)).confirm(event),
  discard: async (event) => (await actionsHere(event)).discard(event),
};
