import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { accountWords as words } from '#language/words/accounts.ts';
import { remember } from '#history/write.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { isOperator, type Actor } from './actor.ts';
import { newToken } from './token.server.ts';
import { accounts, memberships, oneTimeLinks, type LinkPurpose } from './tables.server.ts';

const lifeMs = 7 * 24 * 60 * 60 * 1_000;

/** Path of a new link that makes the first operator; undefined when there is one. The language goes in front of it. */
export async function firstOperatorLink(tx: Tx, now: Date): Promise<string | undefined> {
  return (await hasOperator(tx)) ? undefined : newLink(tx, 'first-operator', now);
}

/** Path of a link by which another operator can be made, also when the password of the only one is lost. */
export async function operatorLink(tx: Tx, actor: Actor, now: Date): Promise<Outcome<string>> {
  if (!isOperator(actor)) return refused({ says: words.onlyOperators });
  await remember(tx, actor, { kind: 'account', record: 'operator', action: 'link made' });
  return done(await newLink(tx, 'operator', now));
}

async function newLink(tx: Tx, purpose: LinkPurpose, now: Date): Promise<string> {
  await tx.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, new Date(now.getTime() - lifeMs)));
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifeMs);
  await tx.insert(oneTimeLinks).values({ token, purpose, expiresAt });
  return `/setup/${token}`;
}

/** Whether somebody can look after this site. */
export async function hasOperator(db: Db): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'operator'), isNull(accounts.disabledAt)))
    .limit(1);
  return found.length > 0;
}

/** Whether a link still works, and if not, why. */
export async function checkLink(db: Db, token: string, now: Date): Promise<Outcome<LinkPurpose>> {
  const [link] = await db.select().from(oneTimeLinks).where(eq(oneTimeLinks.token, token));
  if (!link) return refused({ says: words.linkUnknown });
  if (link.usedAt) return refused({ says: words.linkUsed });
  if (link.expiresAt <= now) return refused({ says: words.linkExpired });
  const isLate = link.purpose === 'first-operator' && (await hasOperator(db));
  return isLate ? refused({ says: words.operatorExists }) : done(link.purpose);
}

/** Uses a link up, so that of several who hold it one succeeds. Everyone who would make the first operator waits here. */
export async function useLink(tx: Tx, token: string, now: Date): Promise<Outcome<LinkPurpose>> {
  await tx.execute(sql`lock table ${oneTimeLinks} in share row exclusive mode`);
  const checked = await checkLink(tx, token, now);
  if (checked.ok) {
    await tx.update(oneTimeLinks).set({ usedAt: now }).where(eq(oneTimeLinks.token, token));
  }
  return checked;
}
