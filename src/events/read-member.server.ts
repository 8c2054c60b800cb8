import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** The organisation whose member has this address; null when there is none, or more than one to choose from. */
export async function organisationOfMember(tx: Tx, email: string): Promise<number | null> {
  const isActive = and(isNotNull(memberships.organisationId), isNull(accounts.disabledAt));
  const own = await tx
    .select({ id: memberships.organisationId })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(sql`lower(${accounts.email})`, email), isActive));
  const [only, ...others] = own;
  return only && others.length === 0 ? only.id : null;
}
