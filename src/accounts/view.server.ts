import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { isOperator, type Actor, type Membership } from './actor.ts';
import { accounts, memberships, sessions } from './tables.server.ts';
import { canBeViewed } from './view.ts';

export interface Look {
  readonly actor: Actor;
  readonly viewingUntil: Date;
}

type ViewingSession = Pick<typeof sessions.$inferSelect, 'viewingAccountId' | 'viewingUntil'>;

/** Whom the operator looks at the site as, with the roles that person has now; undefined when the look is over. */
export async function lookOf(
  db: Db,
  operator: Actor,
  { session, now }: { session: ViewingSession; now: Date },
): Promise<Look | undefined> {
  const { viewingAccountId: viewed, viewingUntil } = session;
  if (viewed === null || viewingUntil === null || viewingUntil <= now || !isOperator(operator)) return undefined;
  const actor = await actorOf(db, viewed);
  if (!actor || !canBeViewed(actor.memberships)) return undefined;
  const viewedBy = { accountId: operator.accountId ?? 0, name: operator.name };
  return { actor: { ...actor, viewedBy }, viewingUntil };
}

/** The person of an account with the roles they have now; undefined for an account that is closed. */
export async function actorOf(db: Db, accountId: number): Promise<Actor | undefined> {
  const rows = await db
    .select({ name: accounts.name, membership: memberships })
    .from(accounts)
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  const [first] = rows;
  const held = rows.flatMap(({ membership }) => membershipOf(membership));
  return first && { id: `account:${accountId}`, accountId, name: first.name, memberships: held };
}

/** Ends the look of that session; the table itself remembers that it ended (migration 0068). */
export async function endView(db: Db, session: number): Promise<void> {
  await db.update(sessions).set({ viewingAccountId: null, viewingUntil: null }).where(eq(sessions.id, session));
}

export function membershipOf(row: typeof memberships.$inferSelect | null): Membership[] {
  if (row === null) return [];
  const { role, zoneCode, unitId, organisationId } = row;
  return [
    {
      role,
      ...(zoneCode !== null && { zone: zoneCode }),
      ...(unitId !== null && { unit: unitId }),
      ...(organisationId !== null && { organisation: organisationId }),
    },
  ];
}
