import { fail, redirect } from '@sveltejs/kit';
import { enterWithCode, stepsOf } from '#accounts/second-factor.server.ts';
import { challengeCookieName } from '#platform/session-cookie.ts';
import { callerOf, letIn, wayBack } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
  const challenge = (cookies.get(challengeCookieName(url.origin)) ?? '').slice(0, 500);
  return locals.drawn({ steps: await stepsOf(locals.gate, challenge) });
};

export const actions: Actions = {
  async default(event) {
    const { request, locals, cookies, url } = event;
    const typed = String((await request.formData()).get('code') ?? '').slice(0, 100);
    const challenge = (cookies.get(challengeCookieName(url.origin)) ?? '').slice(0, 500);
    const outcome = await enterWithCode(locals.gate, { challenge, typed }, callerOf(event));
    if (!outcome.ok) return fail(400, { problems: outcome.problems });
    letIn(event, outcome.value);
    redirect(303, wayBack(url, locals.lang));
  },
};
