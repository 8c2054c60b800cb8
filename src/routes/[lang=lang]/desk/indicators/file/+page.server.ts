import { error, type RequestEvent } from '@sveltejs/kit';
import { indicatorWords as words } from '#language/words/indicators.ts';
import type { Tx } from '#platform/database.server.ts';
import { fileUpdateActions, loadFileUpdate } from '../../file-update.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { indicatorNoun, zoneOfFiles } from '../list.server.ts';

function nounFor({ actor, lang }: App.Locals) {
  const zone = zoneOfFiles(actor);
  if (zone === undefined) error(404, words.notYourZone[lang]);
  return (tx: Tx) => indicatorNoun(tx, zone);
}

export const load: PageServerLoad = ({ locals, url }) => loadFileUpdate(locals, nounFor(locals), url.searchParams);

const by = (step: 'look' | 'confirm' | 'discard') => (event: RequestEvent) =>
  fileUpdateActions(nounFor(event.locals))[step](event);
export const actions: Actions = { look: by('look'), confirm: by('confirm'), discard: by('discard') };
