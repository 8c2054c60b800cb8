import { eq, lt } from 'drizzle-orm';
import { remember } from '#history/write.server.ts';
import { passkeyWords } from '#language/words/passkeys.ts';
import { securityWords as words } from '#language/words/security.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { createHash } from 'node:crypto';
import { isOperator, theSystem, type Actor } from './actor.ts';
import { isTooMany, networkOf } from './attempts.server.ts';
import { hashedCode } from './better-auth.server.ts';
import type { Gate } from './gate.server.ts';
import { writeToOwner } from './letters.server.ts';
import { isLastFactor, secondSteps } from './read-passkeys.server.ts';
import { challengeCookie, cookieIn, enter, headersOf, refusalOf, type Caller, type Entered } from './sign-in.server.ts';
import { accounts, passkeys, sessions, twoFactors, usedCodes } from './tables.server.ts';
import { keepStepInTune } from './write-passkey.server.ts';

const minute = 60_000;

/** What was typed, without the blanks and hyphens people put into codes. */
function plainCode(typed: string): { kind: 'app' | 'recovery'; code: string } {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const digits = text.replaceAll('-', '');
  return /^\d{6}$/.test(digits) ? { kind: 'app', code: digits } : { kind: 'recovery', code: text };
}

/** Finishes a sign-in whose password was right: with the code of the app, or one of the recovery codes. */
export async function enterWithCode(
  gate: Gate,
  { challenge, typed }: { challenge: string; typed: string },
  caller: Caller,
): Promise<Outcome<Entered>> {
  const { auth, database, profile } = gate;
  const wrong = refused({ field: 'code', says: words.codeWrong });
  const allowance = { of: ['code', networkOf(caller.address)], most: profile.attempts * 5 };
  if (await isTooMany(database.db, [allowance], { now: caller.now })) return refused({ says: words.tooManyCodes });
  const accountId = await challenged(gate, challenge);
  if (accountId === undefined) return refused({ says: words.challengeOver });
  const { kind, code } = plainCode(typed);
  if (!(await claimCode(database.db, { accountId, code, now: caller.now }))) return wrong;
  const headers = headersOf(caller, { cookie: `${challengeCookie}=${challenge}` });
  const answer =
    kind === 'app'
      ? await auth.api.verifyTOTP({ body: { code }, headers }).catch(refusalOf)
      : await auth.api.verifyBackupCode({ body: { code: hashedCode(code) }, headers }).catch(refusalOf);
  if (!answer?.token) return wrong;
  if (kind === 'recovery') await tellOfRecovery(gate, accountId);
  return done(await enter(gate, { accountId, token: answer.token, method: 'password' }, caller));
}

/** Whose password was right; undefined when it took too long, or the challenge is not one of ours. */
export async function challenged({ auth }: Gate, challenge: string): Promise<number | undefined> {
  const identifier = safelyDecoded(challenge).split('.')[0];
  if (!identifier?.startsWith('2fa-') || identifier.startsWith('2fa-attempts')) return undefined;
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(identifier);
  return found && found.expiresAt > new Date() ? Number(found.value) : undefined;
}

/** What may be shown after the password; to whoever has no password in hand it is the same for everybody. */
export async function stepsOf(gate: Gate, challenge: string): Promise<{ app: boolean; passkey: boolean }> {
  const accountId = await challenged(gate, challenge);
  return accountId === undefined ? { app: true, passkey: false } : secondSteps(gate.database.db, accountId);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * Takes a code for this one look at it: the same code, sent again or at the same moment, finds it taken. An app's code is
 * good for a minute and a half, so it is kept for longer than that.
 */
async function claimCode(
  db: Db,
  { accountId, code, now }: { accountId: number; code: string; now: Date },
): Promise<boolean> {
  await db.delete(usedCodes).where(lt(usedCodes.usedAt, new Date(now.getTime() - 3 * minute)));
  const codeHash = createHash('sha256').update(`${accountId} ${code}`).digest();
  const claimed = await db
    .insert(usedCodes)
    .values({ accountId, codeHash, usedAt: now })
    .onConflictDoNothing()
    .returning({ one: usedCodes.accountId });
  return claimed.length === 1;
}

async function tellOfRecovery(gate: Gate, accountId: number): Promise<void> {
  await gate.database.inTransaction(theSystem, async (tx) => {
    await remember(tx, { id: `account:${accountId}` }, note(accountId, 'recovery code used'));
    await writeToOwner(tx, gate, { accountId, kind: 'recovery-code', letter: words.recoveryUsed });
  });
}

/** The session that asks, and the account behind it. */
export interface Self {
  readonly accountId: number;
  readonly token: string;
}

export interface NewFactor {
  /** What the QR code says. */
  readonly uri: string;
  /** Shown once. */
  readonly codes: readonly string[];
}

/** Makes a secret for an app; it counts when the first code of it was right. */
export async function beginSecondFactor(
  { auth }: Gate,
  { self, password }: { self: Self; password: string | undefined },
  caller: Caller,
): Promise<Outcome<NewFactor>> {
  const body = password === undefined ? {} : { password };
  const answer = await auth.api.enableTwoFactor({ body, headers: asSelf(self, caller) }).catch(refusalOf);
  if (!answer || answer.method !== 'totp') return refused({ field: 'password', says: words.passwordWrong });
  return done({ uri: answer.totpURI, codes: answer.backupCodes });
}

/** Switches the second factor on; the session goes on under a new token. */
export async function confirmSecondFactor(
  gate: Gate,
  { self, typed }: { self: Self; typed: string },
  caller: Caller,
): Promise<Outcome<string>> {
  const { auth, database } = gate;
  const { code } = plainCode(typed);
  const wrong = refused({ field: 'code', says: words.codeWrong });
  const allowance = { of: ['confirm', String(self.accountId)], most: 20 };
  if (await isTooMany(database.db, [allowance], { now: caller.now })) return refused({ says: words.tooManyCodes });
  if (!(await claimCode(database.db, { accountId: self.accountId, code, now: caller.now }))) return wrong;
  const answer = await auth.api
    .verifyTOTP({ body: { code }, headers: asSelf(self, caller), returnHeaders: true })
    .catch(refusalOf);
  if (!answer) return wrong;
  await database.inTransaction(theSystem, (tx) =>
    remember(tx, { id: `account:${self.accountId}` }, note(self.accountId, 'second factor on')),
  );
  return done(sessionTokenIn(answer.headers) ?? self.token);
}

/** Switches it off again; the owner is told by mail. Where the site demands a second factor, the last one stays. */
export async function removeSecondFactor(
  gate: Gate,
  { self, password }: { self: Self; password: string | undefined },
  caller: Caller,
): Promise<Outcome<string>> {
  const isLast = await isLastFactor(gate.database.db, gate.profile, { accountId: self.accountId, without: 'app' });
  if (isLast) return refused({ says: passkeyWords.lastFactor });
  const body = password === undefined ? {} : { password };
  const answer = await gate.auth.api
    .disableTwoFactor({ body, headers: asSelf(self, caller), returnHeaders: true })
    .catch(refusalOf);
  if (!answer) return refused({ field: 'password', says: words.passwordWrong });
  await gate.database.inTransaction(theSystem, async (tx) => {
    await keepStepInTune(tx, self.accountId);
    await remember(tx, { id: `account:${self.accountId}` }, note(self.accountId, 'second factor off'));
    await writeToOwner(tx, gate, { accountId: self.accountId, kind: 'second-factor', letter: words.factorRemoved });
  });
  return done(sessionTokenIn(answer.headers) ?? self.token);
}

/** New recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  gate: Gate,
  { self, password }: { self: Self; password: string | undefined },
  caller: Caller,
): Promise<Outcome<readonly string[]>> {
  const body = password === undefined ? {} : { password };
  const answer = await gate.auth.api.generateBackupCodes({ body, headers: asSelf(self, caller) }).catch(refusalOf);
  if (!answer) return refused({ field: 'password', says: words.passwordWrong });
  await gate.database.inTransaction(theSystem, (tx) =>
    remember(tx, { id: `account:${self.accountId}` }, note(self.accountId, 'recovery codes renewed')),
  );
  return done(answer.backupCodes);
}

/** For somebody who lost everything: an operator takes app and passkeys off and ends all sessions; the owner is told. */
export async function resetSecondFactor(
  tx: Tx,
  actor: Actor,
  { email, site }: { email: string; site: Pick<Gate, 'origin' | 'siteName'> },
): Promise<Outcome<number>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: words.onlyOperators });
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).for('update');
  if (!account) return refused({ field: 'email', says: words.unknownAccount });
  const { id } = account;
  await tx.update(accounts).set({ twoFactorEnabled: false }).where(eq(accounts.id, id));
  await tx.delete(twoFactors).where(eq(twoFactors.accountId, id));
  await tx.delete(passkeys).where(eq(passkeys.accountId, id));
  await tx.delete(sessions).where(eq(sessions.accountId, id));
  await remember(tx, actor, note(id, 'second factor reset'));
  await writeToOwner(tx, site, { accountId: id, kind: 'second-factor', letter: words.factorReset });
  return done(id);
}

export function asSelf({ token }: Self, caller: Caller): Headers {
  return headersOf(caller, { authorization: `Bearer ${token}` });
}

/** Better Auth begins a new session with every change of what protects the account. */
export function sessionTokenIn(headers: Headers): string | undefined {
  const value = cookieIn(headers, 'better-auth.session_token');
  return value === undefined ? undefined : safelyDecoded(value).split('.')[0];
}

function note(accountId: number, action: string) {
  return { kind: 'account', record: String(accountId), action };
}
