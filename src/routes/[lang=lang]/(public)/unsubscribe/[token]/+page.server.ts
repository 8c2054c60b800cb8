import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { endedBy } from '#listings/read-subscriptions.server.ts';
import { endSubscription } from '#listings/write-subscriptions.server.ts';
import { stoppedBy } from '#notifications/read-stop.server.ts';
import { stopMail } from '#notifications/write-stop.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  return locals.database.inTransaction(theSystem, async (tx) => {
    const subscription = await endedBy(tx, params.token);
    return { stops: subscription?.name ?? (await stoppedBy(tx, params.token)) };
  });
};

export const actions: Actions = {
  /** Also what a mail program sends by itself when its reader asks it to stop (RFC 8058). */
  default: async ({ locals, params }) => {
    const outcome = await locals.database.allOrNothing(theSystem, async (tx) =>
      (await endedBy(tx, params.token)) ? endSubscription(tx, params.token) : stopMail(tx, params.token),
    );
    return outcome.ok ? { stopped: true } : fail(400, { problems: outcome.problems });
  },
};
