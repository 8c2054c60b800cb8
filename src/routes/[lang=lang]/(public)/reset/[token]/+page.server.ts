import { fail } from '@sveltejs/kit';
import { ownerOfReset, resetPassword } from '#accounts/recovery.server.ts';
import { callerOf } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: it goes to nobody, not even to this site's own next page.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
  const { shortest, classes } = locals.gate.profile;
  const works = (await ownerOfReset(locals.gate, params.token.slice(0, 100))) !== undefined;
  return locals.drawn({ works, rules: { shortest, classes } });
};

export const actions: Actions = {
  async default(event) {
    const { request, locals, params } = event;
    const password = String((await request.formData()).get('password') ?? '');
    const asked = { token: params.token.slice(0, 100), password };
    const outcome = await resetPassword(locals.gate, asked, callerOf(event));
    return outcome.ok ? { changed: true } : fail(400, { problems: outcome.problems });
  },
};
