import type { RequestEvent } from '@sveltejs/kit';
import { fileUpdateActions } from '../../file-update.server.ts';
import { loadZoneFile, zoneNounFor } from '../../zone-file.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => loadZoneFile(locals, url, 'clusters');

const by = (step: 'look' | 'confirm' | 'discard') => async (event: RequestEvent) =>
  fileUpdateActions(await zoneNounFor(event.locals, event.url, 'clusters'))[step](event);
export const actions: Actions = { look: by('look'), confirm: by('confirm'), discard: by('discard') };
