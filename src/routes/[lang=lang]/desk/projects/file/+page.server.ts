import { projectNoun } from '#sheets/nouns.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../file-update.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loadFileUpdate(locals, projectNoun(locals.actor), url.searchParams);

const actionsHere = ({ locals }: RequestEvent) => fileUpdateActions(projectNoun(locals.actor));

export const actions: Actions = {
  look: (event) => actionsHere(event).look(event),
  confirm: (event) => actionsHere(event).confirm(event),
  discard: (event) => actionsHere(event).discard(event),
};
