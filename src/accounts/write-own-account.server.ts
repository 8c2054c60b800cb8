import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { isLang, type Lang } from '#language/lang.ts';
import { ownAccountWords as words } from '#language/words/own-account.ts';
import { securityWords } from '#language/words/security.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { nameSchema } from './account.ts';
import { theSystem, type Actor } from './actor.ts';
import { isTooMany } from './attempts.server.ts';
import type { Gate } from './gate.server.ts';
import { afterPasswordChange, fitPassword } from './recovery.server.ts';
import { asSelf, sessionTokenIn, type Self } from './second-factor.server.ts';
import { refusalOf, type Caller } from './sign-in.server.ts';
import { accounts, sessions } from './tables.server.ts';

export const ownProfileSchema = z.strictObject({
  name: nameSchema,
  lang: z.custom<Lang>((value) => typeof value === 'string' && isLang(value)),
});

/** An account is changed by its owner and by nobody who only looks as they do. */
function ownId(actor: Actor): number | undefined {
  return actor.viewedBy ? undefined : actor.accountId;
}

/** Changes the own name and the language of the mails. */
export async function saveOwnProfile(
  tx: Tx,
  actor: Actor,
  profile: z.infer<typeof ownProfileSchema>,
): Promise<Outcome<number>> {
  const id = ownId(actor);
  if (id === undefined) return refused({ says: words.notYours });
  const [before] = await tx
    .select({ name: accounts.name, lang: accounts.lang })
    .from(accounts)
    .where(eq(accounts.id, id))
    .for('update');
  const changes = changesBetween(before, profile);
  if (Object.keys(changes).length === 0) return done(id);
  await tx.update(accounts).set(profile).where(eq(accounts.id, id));
  await remember(tx, actor, { kind: 'account', record: String(id), action: 'changed', changes });
  return done(id);
}

/** Ends one of the own sessions; that of somebody else is answered like one that is over. */
export async function endOwnSession(tx: Tx, actor: Actor, session: number): Promise<Outcome<number>> {
  const id = ownId(actor);
  if (id === undefined) return refused({ says: words.notYours });
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, session), eq(sessions.accountId, id)))
    .returning({ id: sessions.id });
  if (ended.length === 0) return refused({ says: words.sessionOver });
  await remember(tx, actor, { kind: 'account', record: String(id), action: 'session ended' });
  return done(session);
}

/** Ends all own sessions but the one that asks. */
export async function endOtherSessions(tx: Tx, actor: Actor, kept: number): Promise<Outcome<number>> {
  const id = ownId(actor);
  if (id === undefined) return refused({ says: words.notYours });
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, id), ne(sessions.id, kept)))
    .returning({ id: sessions.id });
  await remember(tx, actor, { kind: 'account', record: String(id), action: 'other sessions ended' });
  return done(ended.length);
}

export interface PasswordChange {
  readonly self: Self;
  readonly current: string;
  readonly password: string;
  /** Whether the person stays signed in elsewhere. */
  readonly keepOthers: boolean;
}

/** Changes the own password; the value is the token under which the session goes on. */
export async function changePassword(gate: Gate, change: PasswordChange, caller: Caller): Promise<Outcome<string>> {
  const { self, current, password, keepOthers } = change;
  const allowance = { of: ['own password', String(self.accountId)], most: gate.profile.attempts };
  if (await isTooMany(gate.database.db, [allowance], { now: caller.now })) {
    return refused({ says: securityWords.tooManyCodes });
  }
  const fit = await fitPassword(gate, self.accountId, password);
  if (!fit.ok) return fit;
  const answer = await gate.auth.api
    .changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: !keepOthers },
      headers: asSelf(self, caller),
      returnHeaders: true,
    })
    .catch(refusalOf);
  if (!answer) return refused({ field: 'current', says: securityWords.passwordWrong });
  await gate.database.inTransaction(theSystem, (tx) =>
    afterPasswordChange(tx, gate, {
      accountId: self.accountId,
      replaced: fit.value,
      now: caller.now,
      action: 'password changed',
    }),
  );
  return done(sessionTokenIn(answer.headers) ?? self.token);
}

/** Proves to be the owner by the password: for ten minutes, sensitive changes do not ask again. */
export async function proveSelf(
  gate: Gate,
  { self, password }: { self: Self; password: string },
  caller: Caller,
): Promise<Outcome<undefined>> {
  const allowance = { of: ['own password', String(self.accountId)], most: gate.profile.attempts };
  if (await isTooMany(gate.database.db, [allowance], { now: caller.now })) {
    return refused({ says: securityWords.tooManyCodes });
  }
  const answer = await gate.auth.api
    .verifyPassword({ body: { password }, headers: asSelf(self, caller) })
    .catch(refusalOf);
  if (!answer) return refused({ field: 'password', says: securityWords.passwordWrong });
  await gate.database.db.update(sessions).set({ provenAt: caller.now }).where(eq(sessions.token, self.token));
  return done(undefined);
}
