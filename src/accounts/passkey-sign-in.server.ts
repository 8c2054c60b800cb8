import { and, eq } from 'drizzle-orm';
import { passkeyWords as words } from '#language/words/passkeys.ts';
import { securityWords } from '#language/words/security.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { theSystem } from './actor.ts';
import { isTooMany, networkOf } from './attempts.server.ts';
import type { Gate } from './gate.server.ts';
import type { ShownPasskey } from './passkey.ts';
import { keepChallenge, takeChallenge, type PasskeyQuestion } from './passkey-challenge.server.ts';
import { credentialsOf, passkeyByCredential } from './read-passkeys.server.ts';
import { challenged } from './second-factor.server.ts';
import { beginSession } from './session.server.ts';
import { enter, type Caller, type Entered } from './sign-in.server.ts';
import { passkeys } from './tables.server.ts';
import { acceptedCount, questionToShow, userHandleOf } from './webauthn.server.ts';

/** Asks for a passkey: anybody's, or after a password that of the account it belongs to. */
export async function askForPasskey(
  gate: Gate,
  halfWay: string | undefined,
  { address, now }: Caller,
): Promise<Outcome<PasskeyQuestion>> {
  const { db } = gate.database;
  const allowance = { of: ['passkey', networkOf(address)], most: gate.profile.attempts * 10 };
  if (await isTooMany(db, [allowance], { now })) return refused({ says: securityWords.tooManyCodes });
  const accountId = halfWay === undefined ? undefined : await challenged(gate, halfWay);
  const keys = accountId === undefined ? [] : await credentialsOf(db, accountId);
  const options = await questionToShow(gate, keys);
  const { challenge } = options;
  const token = await keepChallenge(db, { challenge, purpose: 'sign-in', accountId: accountId ?? null }, now);
  return done({ token, options });
}

/** Lets in who shows the passkey that was asked for: it is what they have, and what unlocks it is what they know or are. */
export async function enterWithPasskey(
  gate: Gate,
  { token, shown }: { token: string; shown: ShownPasskey['response'] },
  caller: Caller,
): Promise<Outcome<Entered>> {
  const { database, profile } = gate;
  const { now } = caller;
  const allowance = { of: ['code', networkOf(caller.address)], most: profile.attempts * 5 };
  if (await isTooMany(database.db, [allowance], { now })) return refused({ says: securityWords.tooManyCodes });
  const asked = await takeChallenge(database.db, { token, purpose: 'sign-in', now });
  if (!asked) return refused({ says: words.over });
  const passkey = await passkeyByCredential(database.db, shown.id);
  if (!passkey || !isWhoWasAsked(passkey.accountId, asked.accountId, shown)) return refused({ says: words.wrong });
  const counter = await acceptedCount(gate, { challenge: asked.challenge, kept: passkey }, shown);
  if (counter === undefined) return refused({ says: words.wrong });
  const session = await begin(gate, { ...passkey, counter, countBefore: passkey.counter }, caller);
  if (session === undefined) return refused({ says: words.wrong });
  const { accountId } = passkey;
  return done(await enter(gate, { accountId, token: session, method: 'passkey' }, caller));
}

function isWhoWasAsked(owner: number, asked: number | null, { response }: ShownPasskey['response']): boolean {
  const handle = response.userHandle;
  return (
    (asked === null || asked === owner) && (handle === null || handle === userHandleOf(owner).toString('base64url'))
  );
}

/** Whoever else used the same passkey in this very moment changed its count, and is one of two where there should be one. */
function begin(
  { database, profile }: Gate,
  used: { id: number; accountId: number; counter: number; countBefore: number },
  { address, browser, now }: Caller,
): Promise<string | undefined> {
  const { id, accountId, counter, countBefore } = used;
  return database.inTransaction(theSystem, async (tx) => {
    const [row] = await tx
      .update(passkeys)
      .set({ counter, lastUsedAt: now })
      .where(and(eq(passkeys.id, id), eq(passkeys.counter, countBefore)))
      .returning({ id: passkeys.id });
    const from = { network: address, browser };
    return row && beginSession(tx, accountId, { method: 'passkey', profile, from, now });
  });
}
