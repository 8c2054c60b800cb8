import { and, eq, isNull } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Db } from '#platform/database.server.ts';

/** The account of the zone that an address belongs to: whoever has one finds what they are told at the desk too. */
export async function accountOfHead(db: Db, zone: string, email: string): Promise<number | null> {
  if (email === '') return null;
  const [found] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(accounts.email, email.toLowerCase()), eq(memberships.zoneCode, zone), isNull(accounts.disabledAt)))
    .limit(1);
  return found?.id ?? null;
}
