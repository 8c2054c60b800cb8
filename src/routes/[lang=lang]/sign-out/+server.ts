import { redirect } from '@sveltejs/kit';
import { signOut } from '#accounts/session.server.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  const name = sessionCookieName(url.origin);
  const token = cookies.get(name);
  if (token) await locals.database.inTransaction(locals.actor, (tx) => signOut(tx, token));
  cookies.delete(name, sessionCookieOptions(url.origin));
  redirect(303, `/${locals.lang}`);
};
