import { fail, redirect } from '@sveltejs/kit';
import { visitor } from '#accounts/actor.ts';
import { newAccountSchema, problemsOf } from '#accounts/account.ts';
import { checkLink } from '#accounts/operator-link.server.ts';
import { openSession } from '#accounts/session.server.ts';
import { setUpOperator } from '#accounts/write.server.ts';
import { done } from '#platform/outcome.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret: it goes to nobody, not even to this site's own next page.
  setHeaders({ 'referrer-policy': 'same-origin' });
  const link = await checkLink(locals.database.db, params.token, locals.now());
  return locals.drawn({ refusal: link.ok ? undefined : link.problems[0]?.says });
};

export const actions: Actions = {
  async default({ request, locals, params, cookies, url }) {
    const form = Object.fromEntries(await request.formData());
    const typed = { name: String(form['name'] ?? ''), email: String(form['email'] ?? '') };
    const input = newAccountSchema.safeParse(form);
    if (!input.success) return fail(400, { typed, problems: problemsOf(input.error) });
    const now = locals.now();
    const outcome = await locals.database.allOrNothing(visitor, async (tx) => {
      const made = await setUpOperator(tx, { token: params.token, account: input.data }, now);
      return made.ok ? done(await openSession(tx, made.value, now)) : made;
    });
    if (!outcome.ok) return fail(400, { typed, problems: outcome.problems });
    cookies.set(sessionCookieName(url.origin), outcome.value, sessionCookieOptions(url.origin));
    redirect(303, `/${locals.lang}/desk`);
  },
};
