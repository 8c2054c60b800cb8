import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { accounts, memberships } from './tables.server.ts';

export interface AccountRow {
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

/** Every account with its roles in one line (`operator`, `editor@32101026`), oldest first. */
export async function listAccounts(db: Db): Promise<AccountRow[]> {
  const role = sql`${memberships.role} || coalesce('@' || ${memberships.zoneCode}, '')`;
  return db
    .select({
      email: accounts.email,
      name: accounts.name,
      roles: sql<string>`coalesce(string_agg(${role}, ' ' order by ${memberships.role}), '')`,
      createdAt: accounts.createdAt,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .groupBy(accounts.id)
    .orderBy(asc(accounts.id));
}
