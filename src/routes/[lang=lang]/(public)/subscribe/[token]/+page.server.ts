import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { namesOf, wishOf } from '#listings/read-subscriptions.server.ts';
import { confirmSubscription } from '#listings/write-subscriptions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  return locals.database.inTransaction(theSystem, async (tx) => {
    const wish = await wishOf(tx, params.token, locals.now());
    const [about] = wish ? await namesOf(tx, [wish]) : [];
    return { wish: wish && about && { side: wish.side, rhythm: wish.rhythm, about } };
  });
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const now = locals.now();
    const outcome = await locals.database.allOrNothing(theSystem, (tx) => confirmSubscription(tx, params.token, now));
    return outcome.ok ? { confirmed: true } : fail(400, { problems: outcome.problems });
  },
};
