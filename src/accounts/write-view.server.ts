import { and, eq, isNull } from 'drizzle-orm';
import { accountWords } from '#language/words/accounts.ts';
import { viewWords as words } from '#language/words/view.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { isOperator, type Actor } from './actor.ts';
import { accounts, memberships, sessions } from './tables.server.ts';
import { membershipOf } from './view.server.ts';
import { canBeViewed, viewLifeMs, viewReason } from './view.ts';

export interface ViewAsked {
  /** The operator's own, in which the look takes place. */
  readonly session: number;
  readonly accountId: number;
  readonly reason: string;
  readonly now: Date;
}

/** Lets an operator look at the site as that account does, for a quarter of an hour and without changing anything. */
export async function beginView(tx: Tx, actor: Actor, asked: ViewAsked): Promise<Outcome<Date>> {
  const { accountId, session, now } = asked;
  if (actor.viewedBy || !isOperator(actor) || actor.accountId === undefined) {
    return refused({ says: accountWords.onlyOperators });
  }
  const reason = viewReason.safeParse(asked.reason);
  if (!reason.success) return refused({ field: 'reason', says: words.reasonWrong });
  const rows = await tx
    .select({ membership: memberships })
    .from(accounts)
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  if (rows.length === 0) return refused({ says: words.nobodyToView });
  if (!canBeViewed(rows.flatMap(({ membership }) => membershipOf(membership)))) {
    return refused({ says: words.operatorsNever });
  }
  const until = new Date(now.getTime() + viewLifeMs);
  const begun = await tx
    .update(sessions)
    .set({ viewingAccountId: accountId, viewingUntil: until })
    .where(and(eq(sessions.id, session), eq(sessions.accountId, actor.accountId)))
    .returning({ id: sessions.id });
  if (begun.length === 0) return refused({ says: words.noSession });
  const changes = { reason: [null, reason.data], until: [null, until.toISOString()] } as const;
  await remember(tx, actor, { kind: 'account', record: String(accountId), action: 'view began', changes });
  return done(until);
}
