import { fileUpdateActions, loadFileUpdate } from '../../../../file-update.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { nounOf, zoneHere } from '../../here.server.ts';

export const load: PageServerLoad = async ({ locals, params: { code, part }, url }) => {
  const { zone } = await locals.database.inTransaction(locals.actor, (tx) => zoneHere(tx, locals, code));
  return { zone, part, ...(await loadFileUpdate(locals, nounOf(code, part), url.searchParams)) };
};

const actionsHere = ({ params: { code, part } }: RequestEvent) => fileUpdateActions(nounOf(code, part));

export const actions: Actions = {
  look: (event) => actionsHere(event).look(event),
  confirm: (event) => actionsHere(event).confirm(event),
  discard: (event) => actionsHere(event).discard(event),
};
