import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { agreeToEmailChange, emailChangeOf } from '#accounts/write-email-change.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
  const change = await emailChangeOf(locals.gate.database.db, params.token, locals.now());
  return locals.drawn({ newEmail: change?.newEmail });
};

export const actions: Actions = {
  // A mail program that looks at every link agrees to nothing: only the button does.
  async default({ locals, params }) {
    const { gate, now } = locals;
    const asked = { token: params.token, now: now() };
    const outcome = await gate.database.allOrNothing(theSystem, (tx) => agreeToEmailChange(tx, gate, asked));
    return outcome.ok ? { state: outcome.value } : fail(400, { problems: outcome.problems });
  },
};
