import { redirect } from '@sveltejs/kit';
import { arriveFromIdentity } from '#accounts/identity.server.ts';
import { sessionCookieOptions, stateCookieName } from '#platform/session-cookie.ts';
import { callerOf, letIn } from '../../../../caller.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, cookies, url } = event;
  const { gate } = locals;
  const name = stateCookieName(gate.origin);
  const state = encodeURIComponent(cookies.get(name) ?? '');
  cookies.delete(name, sessionCookieOptions(gate.origin));
  const { entered, lang } = await arriveFromIdentity(gate, { search: url.search, state }, callerOf(event));
  if (!entered) redirect(303, `/${lang}/sign-in?identity=refused`);
  letIn(event, entered);
  redirect(303, `/${lang}/desk`);
};
