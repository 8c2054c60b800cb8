import { setTimeout as pause } from 'node:timers/promises';
import { and, desc, eq } from 'drizzle-orm';
import { remember } from '#history/write.server.ts';
import { securityWords as words } from '#language/words/security.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { theSystem } from './actor.ts';
import { isTooMany, networkOf } from './attempts.server.ts';
import { forgetDevices } from './devices.server.ts';
import type { Gate } from './gate.server.ts';
import { writeToOwner } from './letters.server.ts';
import { passwordProblems } from './password.server.ts';
import { isPassword, isTooBusy } from './secret.server.ts';
import { headersOf, refusalOf, type Caller } from './sign-in.server.ts';
import { accounts, credentials, oldPasswords, verifications } from './tables.server.ts';

/** An answer takes at least this long: whether a mail was written does not show in it. */
const answerMs = 400;

/** Sends a link to the address of an account; says the same when there is none. */
export async function askForReset(gate: Gate, email: string, caller: Caller): Promise<Outcome<undefined>> {
  const network = networkOf(caller.address);
  const allowances = [
    { of: ['reset', email], most: 5 },
    { of: ['reset network', network], most: 20 },
  ];
  if (await isTooMany(gate.database.db, allowances, { now: caller.now, minutes: 60 })) {
    return refused({ says: words.tooManyMails });
  }
  const answered = pause(answerMs);
  await gate.auth.api.requestPasswordReset({ body: { email }, headers: headersOf(caller) }).catch(refusalOf);
  await answered;
  return done(undefined);
}

/** What Better Auth calls to have the link sent: to the address that is stored, whatever was typed. */
export function sendReset(gate: Gate, { accountId, token }: { accountId: number; token: string }): Promise<void> {
  return gate.database.inTransaction(theSystem, async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
    if (!account || account.disabledAt) return;
    const letter = words.reset(`${gate.origin}/${account.lang}/reset/${token}`);
    await writeToOwner(tx, gate, { accountId, kind: 'password-reset', letter });
  });
}

/** Whose link this is; undefined when it was used, is too old or never was. */
export async function ownerOfReset({ auth }: Gate, token: string): Promise<number | undefined> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found && found.expiresAt > new Date() ? Number(found.value) : undefined;
}

/** Gives the account of a link a new password; every session ends and every other link dies. It signs nobody in. */
export async function resetPassword(
  gate: Gate,
  { token, password }: { token: string; password: string },
  caller: Caller,
): Promise<Outcome<undefined>> {
  if (isTooBusy()) return refused({ says: words.tooManyCodes });
  const accountId = await ownerOfReset(gate, token);
  if (accountId === undefined) return refused({ says: words.resetOver });
  const fit = await fitPassword(gate, accountId, password);
  if (!fit.ok) return fit;
  const body = { token, newPassword: password };
  const answer = await gate.auth.api.resetPassword({ body, headers: headersOf(caller) }).catch(refusalOf);
  if (!answer) return refused({ says: words.resetOver });
  await gate.database.inTransaction(theSystem, async (tx) => {
    await forgetDevices(tx, accountId);
    await afterPasswordChange(tx, gate, { accountId, replaced: fit.value, now: caller.now, action: 'password reset' });
  });
  return done(undefined);
}

/** Whether an account may take this password; the value is the hash that it replaces. */
export async function fitPassword(
  { database: { db }, profile, siteName }: Gate,
  accountId: number,
  password: string,
): Promise<Outcome<string | undefined>> {
  const [row] = await db
    .select({ account: accounts, hash: credentials.password })
    .from(accounts)
    .leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
    .where(eq(accounts.id, accountId));
  if (!row) return refused({ says: words.resetOver });
  const around = { ...row.account, siteNames: Object.values(siteName) };
  const problems = passwordProblems(password, profile, around);
  if (problems.length > 0) return refused(...problems);
  const hash = row.hash ?? undefined;
  const isOld = await wasUsed(db, { accountId, password, hashes: [hash], most: profile.remembered });
  return isOld ? refused({ field: 'password', says: words.passwordOld }) : done(hash);
}

/** Whether it is the present password or one of the last ones; each look costs a derivation, so the first hit ends it. */
async function wasUsed(
  db: Gate['database']['db'],
  asked: { accountId: number; password: string; hashes: readonly (string | undefined)[]; most: number },
): Promise<boolean> {
  if (asked.most === 0) return false;
  const before = await lastHashes(db, asked.accountId, asked.most - 1);
  for (const old of [...asked.hashes, ...before]) {
    if (old !== undefined && (await isPassword(asked.password, old))) return true;
  }
  return false;
}

async function lastHashes(db: Gate['database']['db'], accountId: number, most: number): Promise<string[]> {
  const rows = await db
    .select({ hash: oldPasswords.passwordHash })
    .from(oldPasswords)
    .where(eq(oldPasswords.accountId, accountId))
    .orderBy(desc(oldPasswords.until))
    .limit(most);
  return rows.map(({ hash }) => hash);
}

/** What goes with every new password: links that were under way die, the owner is told, the old one is remembered. */
export async function afterPasswordChange(
  tx: Tx,
  gate: Gate,
  changed: { accountId: number; replaced: string | undefined; now: Date; action: string },
): Promise<void> {
  const { accountId, replaced, now, action } = changed;
  await dropVerifications(tx, accountId);
  await tx.update(accounts).set({ passwordChangedAt: now }).where(eq(accounts.id, accountId));
  if (replaced !== undefined && gate.profile.remembered > 0) {
    await tx.insert(oldPasswords).values({ accountId, passwordHash: replaced, until: now });
  }
  await remember(tx, { id: `account:${accountId}` }, { kind: 'account', record: String(accountId), action });
  await writeToOwner(tx, gate, { accountId, kind: 'password-changed', letter: words.passwordChanged });
}

/** Reset links and half-done sign-ins of an account. */
export async function dropVerifications(tx: Tx, accountId: number): Promise<void> {
  await tx.delete(verifications).where(eq(verifications.value, String(accountId)));
}
