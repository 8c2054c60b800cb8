import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import { accountWords as words } from '#language/words/accounts.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { NewAccount } from './account.ts';
import { isOperator, type Actor, type Membership } from './actor.ts';
import { useLink } from './operator-link.server.ts';
import { missingPlace } from './read-places.server.ts';
import { hashPassword } from './secret.server.ts';
import { accounts, credentials, memberships, sessions } from './tables.server.ts';

export interface Setup {
  readonly token: string;
  readonly account: NewAccount;
}

/** Makes the operator a one-time link was given to, and uses the link up. */
export async function setUpOperator(tx: Tx, { token, account }: Setup, now: Date): Promise<Outcome<number>> {
  const link = await useLink(tx, token, now);
  if (!link.ok) return link;
  return insertAccount(tx, { id: `link:${link.value}` }, { account, memberships: [{ role: 'operator' }] });
}

/** Makes an account with one membership. */
export async function addAccount(
  tx: Tx,
  actor: Actor,
  input: { account: NewAccount; membership: Membership },
): Promise<Outcome<number>> {
  if (!isOperator(actor)) return refused({ says: words.onlyOperators });
  const missing = await missingPlace(tx, input.membership);
  if (missing) return refused(missing);
  return insertAccount(tx, actor, { account: input.account, memberships: [input.membership] });
}

/** For the verbs that have made sure of whoever asks: one address is one account. */
export async function insertAccount(
  tx: Tx,
  by: { id: string },
  given: { account: NewAccount; memberships: readonly Membership[]; lang?: Lang },
): Promise<Outcome<number>> {
  const { name, email, password } = given.account;
  const [row] = await tx
    .insert(accounts)
    .values({ name, email, lang: given.lang ?? 'zh' })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  if (!row) return refused({ field: 'email', says: words.emailTaken });
  await tx.insert(credentials).values({
    userId: row.id,
    providerId: 'credential',
    accountId: String(row.id),
    password: await hashPassword(password),
  });
  await giveMemberships(tx, row.id, given.memberships);
  // The history is kept for ever, so it names no e-mail address.
  const changes = { memberships: [null, given.memberships] } as const;
  await remember(tx, by, { kind: 'account', record: String(row.id), action: 'made', changes });
  return done(row.id);
}

/** Adds roles; one that is there already stays as it is. */
export async function giveMemberships(tx: Tx, accountId: number, given: readonly Membership[]): Promise<void> {
  const rows = given.map(({ role, zone, unit, organisation }) => ({
    ...{ accountId, role },
    ...{ zoneCode: zone ?? null, unitId: unit ?? null, organisationId: organisation ?? null },
  }));
  await tx.insert(memberships).values(rows).onConflictDoNothing();
}

/** Shuts an account and ends its sessions at once; the last operator stays. */
export async function disableAccount(tx: Tx, actor: Actor, email: string): Promise<Outcome<number>> {
  if (!isOperator(actor)) return refused({ says: words.onlyOperators });
  // Two operators who disable each other at once: the second sees what the first did.
  await tx.execute(sql`lock table ${memberships} in share row exclusive mode`);
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (!account) return refused({ field: 'email', says: words.unknownAccount });
  if (await isLastOperator(tx, account.id)) return refused({ says: words.lastOperator });
  await tx
    .update(accounts)
    .set({ disabledAt: sql`now()` })
    .where(eq(accounts.id, account.id));
  await tx.delete(sessions).where(eq(sessions.accountId, account.id));
  await remember(tx, actor, { kind: 'account', record: String(account.id), action: 'disabled' });
  return done(account.id);
}

/** Whether nobody else could look after this site. */
export async function isLastOperator(tx: Tx, accountId: number): Promise<boolean> {
  const operators = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(memberships.role, 'operator'), isNull(accounts.disabledAt)));
  return operators.length === 1 && operators[0]?.id === accountId;
}
