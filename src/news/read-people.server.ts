import { and, eq, inArray } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Db } from '#platform/database.server.ts';

/** The account behind an actor's id; undefined for the command line and the system. */
function accountIn(actorId: string): number | undefined {
  return Number(/^account:(\d+)$/.exec(actorId)?.[1]) || undefined;
}

/** The names of those who did something, by their ids as history has them. */
export async function namesOf(db: Db, actorIds: readonly string[]): Promise<Map<string, string>> {
  const ids = actorIds.flatMap((id) => accountIn(id) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return new Map(rows.map(({ id, name }) => [`account:${id}`, name]));
}

/** The accounts among `actorIds` that still stand: who wrote in a text may have left since. */
export async function accountsOf(db: Db, actorIds: readonly string[]): Promise<number[]> {
  const names = await namesOf(db, actorIds);
  return [...names.keys()].flatMap((id) => accountIn(id) ?? []);
}

/** The publishers of a zone. */
export async function publishersOf(db: Db, zoneCode: string | null): Promise<number[]> {
  if (zoneCode === null) return [];
  const rows = await db
    .select({ id: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.zoneCode, zoneCode), eq(memberships.role, 'publisher')));
  return rows.map(({ id }) => id);
}
