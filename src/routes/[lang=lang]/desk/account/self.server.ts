import { error, type RequestEvent } from '@sveltejs/kit';
import type { Self } from '#accounts/second-factor.server.ts';
import { ownAccountWords as words } from '#language/words/own-account.ts';
import { sessionCookieName } from '#platform/session-cookie.ts';

/** The session that asks; whoever only looks as somebody else changes nothing of theirs. */
export function selfOf({ locals: { actor, lang }, cookies, url }: RequestEvent): Self {
  const token = cookies.get(sessionCookieName(url.origin));
  if (actor.viewedBy || actor.accountId === undefined || token === undefined) error(403, words.notYours[lang]);
  return { accountId: actor.accountId, token };
}
