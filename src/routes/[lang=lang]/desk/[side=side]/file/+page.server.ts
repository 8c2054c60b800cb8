import { listingNoun } from '#sheets/nouns.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../file-update.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params: { side }, url }) => ({
  side,
  ...(await loadFileUpdate(locals, listingNoun(side, locals.actor), url.searchParams)),
});

const actionsHere = ({ locals, params: { side } }: RequestEvent) => fileUpdateActions(listingNoun(side, locals.actor));

export const actions: Actions = {
  look: (event) => actionsHere(event).look(event),
  confirm: (event) => actionsHere(event).confirm(event),
  discard: (event) => actionsHere(event).discard(event),
};
