import { and, eq, gt, or } from 'drizzle-orm';
import { ownAccountWords as words } from '#language/words/own-account.ts';
import { securityWords } from '#language/words/security.ts';
import { remember } from '#history/write.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Actor } from './actor.ts';
import { isTooMany } from './attempts.server.ts';
import type { Gate } from './gate.server.ts';
import { writeToOwner } from './letters.server.ts';
import { dropVerifications } from './recovery.server.ts';
import { accounts, emailChanges } from './tables.server.ts';
import { newToken } from './token.server.ts';

const lifeMs = 24 * 60 * 60 * 1_000;

/**
 * Asks both addresses whether the account moves to the new one. When that one has an account already, only the mail to it
 * is left out: whoever asks is not told who else is here.
 */
export async function askForEmailChange(
  tx: Tx,
  actor: Actor,
  { gate, email, now }: { gate: Gate; email: string; now: Date },
): Promise<Outcome<undefined>> {
  const accountId = actor.accountId;
  if (accountId === undefined || actor.viewedBy) return refused({ says: words.notYours });
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  if (!account || account.email === email) return refused({ field: 'email', says: words.sameEmail });
  const allowance = { of: ['email change', String(accountId)], most: 5 };
  if (await isTooMany(gate.database.db, [allowance], { now, minutes: 60 })) {
    return refused({ says: securityWords.tooManyMails });
  }
  const [oldToken, newEmailToken] = [newToken(), newToken()];
  await tx.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
  const expiresAt = new Date(now.getTime() + lifeMs);
  await tx.insert(emailChanges).values({ accountId, newEmail: email, oldToken, newToken: newEmailToken, expiresAt });
  const { lang, name } = account;
  const about = { name, site: gate.siteName[lang], link: '' };
  const letterWith = (token: string) =>
    securityWords.confirmEmail(email, `${gate.origin}/${lang}/confirm/${token}`)(lang, about);
  await queueMail(tx, { to: account.email, lang, kind: 'email-change', ...letterWith(oldToken) });
  // Who else is here does not lie within the sight of whoever asks.
  if (!(await isTaken(gate.database.db, email))) {
    await queueMail(tx, { to: email, lang, kind: 'email-change', ...letterWith(newEmailToken) });
  }
  await remember(tx, actor, { kind: 'account', record: String(accountId), action: 'e-mail change asked for' });
  return done(undefined);
}

async function isTaken(db: Db, email: string): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))).length > 0;
}

/** The change a link of one of the two mails belongs to. */
export async function emailChangeOf(db: Db, token: string, now: Date) {
  const { oldToken, newToken: newOne, expiresAt } = emailChanges;
  const [found] = await db
    .select()
    .from(emailChanges)
    .where(and(or(eq(oldToken, token), eq(newOne, token)), gt(expiresAt, now)));
  return found;
}

/** One of the two addresses agrees; when both have, the account moves. */
export async function agreeToEmailChange(
  tx: Tx,
  gate: Gate,
  { token, now }: { token: string; now: Date },
): Promise<Outcome<'waits' | 'moved'>> {
  const found = await emailChangeOf(tx, token, now);
  if (!found) return refused({ says: words.confirmOver });
  const { id, accountId, newEmail } = found;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  if (!account || account.disabledAt) return refused({ says: words.confirmOver });
  const agreed = (column: typeof emailChanges.oldToken | typeof emailChanges.newToken) => eq(column, token);
  await tx
    .update(emailChanges)
    .set({ oldAgreedAt: now })
    .where(and(eq(emailChanges.id, id), agreed(emailChanges.oldToken)));
  await tx
    .update(emailChanges)
    .set({ newAgreedAt: now })
    .where(and(eq(emailChanges.id, id), agreed(emailChanges.newToken)));
  const [change] = await tx.select().from(emailChanges).where(eq(emailChanges.id, id));
  if (!change?.oldAgreedAt || !change.newAgreedAt) return done('waits');
  if (await isTaken(tx, newEmail)) return refused({ says: words.confirmOver });
  await writeToOwner(tx, gate, { accountId, kind: 'email-changed', letter: securityWords.emailChanged });
  await tx.update(accounts).set({ email: newEmail, updatedAt: now }).where(eq(accounts.id, accountId));
  await tx.delete(emailChanges).where(eq(emailChanges.id, id));
  await dropVerifications(tx, accountId);
  await writeToOwner(tx, gate, { accountId, kind: 'email-changed', letter: securityWords.emailChanged });
  const by = { id: `account:${accountId}` };
  await remember(tx, by, { kind: 'account', record: String(accountId), action: 'e-mail changed' });
  return done('moved');
}
