import { fail, redirect } from '@sveltejs/kit';
import { signInSchema } from '#accounts/account.ts';
import { isVisitor } from '#accounts/actor.ts';
import { signIn } from '#accounts/sign-in.server.ts';
import { accountWords as words } from '#language/words/accounts.ts';
import { challengeCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import { callerOf, letIn, wayBack } from '../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!isVisitor(locals.actor)) redirect(303, wayBack(url, locals.lang));
  const outcome = url.searchParams.get('identity');
  return locals.drawn({
    identityName: locals.gate.identityName,
    identityProblem: outcome === 'refused' || outcome === 'away' ? words.identity[outcome] : undefined,
  });
};

export const actions: Actions = {
  async default(event) {
    const { request, locals, cookies, url } = event;
    const form = Object.fromEntries(await request.formData());
    const typed = { email: String(form['email'] ?? '') };
    const input = signInSchema.safeParse(form);
    // What cannot be an account is answered like an account that is not there.
    if (!input.success) return fail(400, { typed, problems: [{ says: words.wrong }] });
    const outcome = await signIn(locals.gate, input.data, callerOf(event));
    if (!outcome.ok) return fail(400, { typed, problems: outcome.problems });
    if (outcome.value.step === 'code') {
      const options = { ...sessionCookieOptions(url.origin), maxAge: 10 * 60 };
      cookies.set(challengeCookieName(url.origin), outcome.value.challenge, options);
      redirect(303, `/${locals.lang}/sign-in/code${url.search}`);
    }
    letIn(event, outcome.value);
    redirect(303, wayBack(url, locals.lang));
  },
};
