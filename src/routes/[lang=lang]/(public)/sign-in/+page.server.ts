import { fail, redirect } from '@sveltejs/kit';
import { signInSchema } from '#accounts/account.ts';
import { isVisitor } from '#accounts/actor.ts';
import { signIn } from '#accounts/session.server.ts';
import { accountWords as words } from '#language/words/accounts.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!isVisitor(locals.actor)) redirect(303, `/${locals.lang}/desk`);
};

export const actions: Actions = {
  async default({ request, locals, cookies, url, getClientAddress }) {
    const form = Object.fromEntries(await request.formData());
    const typed = { email: String(form['email'] ?? '') };
    const input = signInSchema.safeParse(form);
    // What cannot be an account is answered like an account that is not there.
    if (!input.success) return fail(400, { typed, problems: [{ says: words.wrong }] });
    const outcome = await signIn(locals.database, { ...input.data, from: getClientAddress() }, locals.now());
    if (!outcome.ok) return fail(400, { typed, problems: outcome.problems });
    cookies.set(sessionCookieName(url.origin), outcome.value, sessionCookieOptions(url.origin));
    redirect(303, wayBack(url) ?? `/${locals.lang}/desk`);
  },
};

/** Only a page of this site's own desk: nobody is sent elsewhere by a link to the sign-in. */
function wayBack(url: URL): string | undefined {
  const next = url.searchParams.get('next') ?? '';
  return /^\/(zh|en)\/desk(?![^/?])[\w/?=&%.~-]*$/.test(next) ? next : undefined;
}
