import { taskNoun } from '#sheets/nouns.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../file-update.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loadFileUpdate(locals, taskNoun(locals.actor), url.searchParams);

export const actions: Actions = {
  look: (event) => fileUpdateActions(taskNoun(event.locals.actor)).look(event),
  confirm: (event) => fileUpdateActions(taskNoun(event.locals.actor)).confirm(event),
  discard: (event) => fileUpdateActions(taskNoun(event.locals.actor)).discard(event),
};
