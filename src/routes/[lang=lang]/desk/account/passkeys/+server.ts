import { json, type RequestEvent } from '@sveltejs/kit';
import { newPasskeySchema } from '#accounts/passkey.ts';
import { addPasskey, askForNewPasskey, type Owner } from '#accounts/write-passkey.server.ts';
import { passkeyWords as words } from '#language/words/passkeys.ts';
import { askedHere, askHere, noStore, sentJson } from '../../../../caller.server.ts';
import type { RequestHandler } from './$types';

function ownerOf({ locals: { actor, signedIn } }: RequestEvent): Owner {
  return { actor, isProven: signedIn?.isProven ?? false };
}

/** Asks the browser to make a passkey. */
export const POST: RequestHandler = async (event) => {
  const { gate, now } = event.locals;
  if ((await sentJson(event)) === undefined) return json({ ok: false, problems: [] }, { status: 415 });
  const outcome = await askForNewPasskey(gate, ownerOf(event), now());
  return outcome.ok ? askHere(event, outcome.value) : json(outcome, { status: 422, ...noStore });
};

/** Keeps the one it has made. */
export const PUT: RequestHandler = async (event) => {
  const { gate, now, lang } = event.locals;
  const sent = newPasskeySchema.safeParse(await sentJson(event));
  const token = askedHere(event);
  if (!sent.success) {
    const isName = sent.error.issues.some(({ path }) => path[0] === 'name');
    return json(
      { ok: false, problems: [{ says: isName ? words.nameWrong : words.over }] },
      { status: 400, ...noStore },
    );
  }
  const made = { token: token ?? '', made: sent.data, now: now() };
  const outcome = await addPasskey(gate, ownerOf(event), made);
  if (!outcome.ok) return json(outcome, { status: 422, ...noStore });
  return json({ ok: true, to: `/${lang}/desk/account?passkey=added#passkeys` }, noStore);
};
