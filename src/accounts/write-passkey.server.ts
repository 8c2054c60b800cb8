import { and, eq } from 'drizzle-orm';
import { passkeyWords as words } from '#language/words/passkeys.ts';
import { securityWords } from '#language/words/security.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { theSystem, type Actor } from './actor.ts';
import { isTooMany } from './attempts.server.ts';
import type { Gate } from './gate.server.ts';
import { writeToOwner } from './letters.server.ts';
import { mostPasskeys, type NewPasskey } from './passkey.ts';
import { keepChallenge, takeChallenge, type PasskeyQuestion } from './passkey-challenge.server.ts';
import { credentialsOf, isLastFactor, secondSteps } from './read-passkeys.server.ts';
import { accounts, passkeys } from './tables.server.ts';
import { acceptedNew, questionToAdd } from './webauthn.server.ts';

/** Who asks, and whether they proved a moment ago to be the one. */
export interface Owner {
  readonly actor: Actor;
  readonly isProven: boolean;
}

/** An account is changed by its owner, and by nobody who only looks as they do or found the screen unlocked. */
function ownerId({ actor, isProven }: Owner): Outcome<number> {
  if (actor.viewedBy || actor.accountId === undefined) return refused({ says: words.notYours });
  return isProven ? done(actor.accountId) : refused({ says: words.proveFirst });
}

/** Asks the browser to make a passkey. */
export async function askForNewPasskey(gate: Gate, owner: Owner, now: Date): Promise<Outcome<PasskeyQuestion>> {
  const id = ownerId(owner);
  if (!id.ok) return id;
  const { db } = gate.database;
  const accountId = id.value;
  if (await isTooMany(db, [{ of: ['add passkey', String(accountId)], most: 20 }], { now })) {
    return refused({ says: securityWords.tooManyCodes });
  }
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  const has = await credentialsOf(db, accountId);
  if (!account) return refused({ says: words.notYours });
  if (has.length >= mostPasskeys) return refused({ says: words.tooMany(mostPasskeys) });
  const { email, name, lang } = account;
  const options = await questionToAdd(gate, { accountId, email, name, site: gate.siteName[lang], has });
  const token = await keepChallenge(db, { challenge: options.challenge, purpose: 'add', accountId }, now);
  return done({ token, options });
}

/** Keeps the passkey the browser has made. From now on the account has a second factor. */
export async function addPasskey(
  gate: Gate,
  owner: Owner,
  { token, made, now }: { token: string; made: NewPasskey; now: Date },
): Promise<Outcome<number>> {
  const id = ownerId(owner);
  if (!id.ok) return id;
  const accountId = id.value;
  const asked = await takeChallenge(gate.database.db, { token, purpose: 'add', now });
  if (asked?.accountId !== accountId) return refused({ says: words.over });
  const credential = await acceptedNew(gate, asked.challenge, made.response);
  if (!credential) return refused({ says: words.notAccepted });
  return gate.database.allOrNothing(theSystem, async (tx) => {
    const { id: credentialId, publicKey, counter, transports = [] } = credential;
    const key = { credentialId, publicKey: Buffer.from(publicKey), counter, transports };
    const [row] = await tx
      .insert(passkeys)
      .values({ ...key, accountId, name: made.name, createdAt: now })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    if (!row) return refused({ says: words.known });
    await tx.update(accounts).set({ twoFactorEnabled: true }).where(eq(accounts.id, accountId));
    await remember(tx, owner.actor, note(accountId, 'passkey added'));
    await writeToOwner(tx, gate, { accountId, kind: 'passkey', letter: words.added });
    return done(row.id);
  });
}

/** Calls an own passkey something else; that of somebody else is answered like one that is gone. */
export async function renamePasskey(
  tx: Tx,
  actor: Actor,
  { id, name }: { id: number; name: string },
): Promise<Outcome<number>> {
  if (actor.viewedBy || actor.accountId === undefined) return refused({ says: words.notYours });
  const renamed = await tx
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, actor.accountId)))
    .returning({ id: passkeys.id });
  if (renamed.length === 0) return refused({ says: words.gone });
  await remember(tx, actor, note(actor.accountId, 'passkey renamed'));
  return done(id);
}

/** Takes an own passkey away; the last second factor of a member of staff stays where the site demands one. */
export async function removePasskey(
  tx: Tx,
  owner: Owner,
  { id, gate }: { id: number; gate: Pick<Gate, 'origin' | 'siteName' | 'profile'> },
): Promise<Outcome<number>> {
  const own = ownerId(owner);
  if (!own.ok) return own;
  const accountId = own.value;
  // Two that are taken away at once are not both the last but one.
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update');
  if (await isLastFactor(tx, gate.profile, { accountId, without: { passkey: id } })) {
    return refused({ says: words.lastFactor });
  }
  const removed = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id });
  if (removed.length === 0) return refused({ says: words.gone });
  await keepStepInTune(tx, accountId);
  await remember(tx, owner.actor, note(accountId, 'passkey removed'));
  await writeToOwner(tx, gate, { accountId, kind: 'passkey', letter: words.removed });
  return done(id);
}

/** A password alone is enough again when nothing is left that could be asked for besides. */
export async function keepStepInTune(tx: Tx, accountId: number): Promise<void> {
  const { app, passkey } = await secondSteps(tx, accountId);
  await tx
    .update(accounts)
    .set({ twoFactorEnabled: app || passkey })
    .where(eq(accounts.id, accountId));
}

function note(accountId: number, action: string) {
  return { kind: 'account', record: String(accountId), action };
}
