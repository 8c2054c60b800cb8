import { fail, redirect } from '@sveltejs/kit';
import { changePassword } from '#accounts/write-own-account.server.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import { callerOf } from '../../../../caller.server.ts';
import { selfOf } from '../self.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { gate, signedIn } }) => {
  const { shortest, classes } = gate.profile;
  return { rules: { shortest, classes }, isDue: signedIn?.duty === 'password' };
};

export const actions: Actions = {
  async default(event) {
    const { request, locals, cookies, url } = event;
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 257);
    const change = {
      self: selfOf(event),
      current: text('current'),
      password: text('password'),
      keepOthers: form.get('keep') === 'yes',
    };
    const outcome = await changePassword(locals.gate, change, callerOf(event));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    cookies.set(sessionCookieName(url.origin), outcome.value, sessionCookieOptions(url.origin));
    redirect(303, `/${locals.lang}/desk/account`);
  },
};
