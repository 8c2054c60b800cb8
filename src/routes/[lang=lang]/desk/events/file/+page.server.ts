import { eventNoun } from '#sheets/nouns.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../file-update.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => loadFileUpdate(locals, eventNoun, url.searchParams);

export const actions: Actions = fileUpdateActions(eventNoun);
