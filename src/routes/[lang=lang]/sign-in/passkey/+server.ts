import { json } from '@sveltejs/kit';
import { shownPasskeySchema } from '#accounts/passkey.ts';
import { askForPasskey, enterWithPasskey } from '#accounts/passkey-sign-in.server.ts';
import { passkeyWords as words } from '#language/words/passkeys.ts';
import { challengeCookieName } from '#platform/session-cookie.ts';
import { askedHere, askHere, callerOf, letIn, noStore, sentJson, wayBack } from '../../../caller.server.ts';
import type { RequestHandler } from './$types';

/** Asks for a passkey. */
export const POST: RequestHandler = async (event) => {
  const { locals, cookies, url } = event;
  if ((await sentJson(event)) === undefined) return json({ ok: false, problems: [] }, { status: 415 });
  const halfWay = cookies.get(challengeCookieName(url.origin))?.slice(0, 500);
  const outcome = await askForPasskey(locals.gate, halfWay, callerOf(event));
  return outcome.ok ? askHere(event, outcome.value) : json(outcome, { status: 429, ...noStore });
};

/** Lets in who shows it. */
export const PUT: RequestHandler = async (event) => {
  const { locals, url } = event;
  const sent = shownPasskeySchema.safeParse(await sentJson(event));
  const token = askedHere(event);
  if (!sent.success || token === undefined) {
    return json({ ok: false, problems: [{ says: words.over }] }, { status: 400, ...noStore });
  }
  const outcome = await enterWithPasskey(locals.gate, { token, shown: sent.data.response }, callerOf(event));
  if (!outcome.ok) return json(outcome, { status: 400, ...noStore });
  letIn(event, outcome.value);
  return json({ ok: true, to: wayBack(url, locals.lang) }, noStore);
};
