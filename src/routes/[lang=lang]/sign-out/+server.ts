import { redirect } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { signOut } from '#accounts/session.server.ts';
import { sessionCookieName, sessionCookieOptions } from '#platform/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  const name = sessionCookieName(url.origin);
  const token = cookies.get(name);
  // Not as the actor: who has something to do first counts as nobody, and who looks as another is not the owner.
  if (token) await locals.database.inTransaction(theSystem, (tx) => signOut(tx, token));
  cookies.delete(name, sessionCookieOptions(url.origin));
  redirect(303, `/${locals.lang}`);
};
