import { redirect } from '@sveltejs/kit';
import { leaveForIdentity } from '#accounts/identity.server.ts';
import { sessionCookieOptions, stateCookieName } from '#platform/session-cookie.ts';
import { callerOf } from '../../../caller.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, cookies } = event;
  const { origin } = locals.gate;
  const departure = await leaveForIdentity(locals.gate, locals.lang, callerOf(event));
  if (!departure) redirect(303, `/${locals.lang}/sign-in?identity=away`);
  const options = { ...sessionCookieOptions(origin), maxAge: 10 * 60, encode: (value: string) => value };
  cookies.set(stateCookieName(origin), departure.state, options);
  redirect(303, departure.to);
};
