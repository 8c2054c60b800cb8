import { valuesNoun } from '#indicators/write-from-sheet.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../../file-update.server.ts';
import type { Actions, PageServerLoad } from './$types';

const noun = () => Promise.resolve(valuesNoun);

export const load: PageServerLoad = ({ locals, url }) => loadFileUpdate(locals, noun, url.searchParams);

export const actions: Actions = fileUpdateActions(noun);
