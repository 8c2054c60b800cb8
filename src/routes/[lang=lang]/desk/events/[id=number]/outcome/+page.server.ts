import { fail } from '@sveltejs/kit';
import { contactPairs, outcomeOf } from '#events/read-outcome.server.ts';
import { proposeContacts } from '#events/write-contacts.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { eventHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (page) =>
  eventHere(page, async (tx, { row }) => ({
    outcome: await outcomeOf(tx, row.id),
    pairs: await contactPairs(tx, row.id, page.locals.lang),
  }));

export const actions: Actions = {
  propose: async ({ locals: { actor, database }, params, request }) => {
    const { key } = await sentTexts(request);
    const outcome = await database.allOrNothing(actor, (tx) => proposeContacts(tx, actor, { event: params.id, key }));
    return outcome.ok ? { done: outcome.value } : fail(422, { problems: outcome.problems });
  },
};
