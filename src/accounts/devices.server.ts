import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import { accounts, knownDevices } from './tables.server.ts';
import { newToken } from './token.server.ts';

/** Whether that address signed in from this browser before. */
export async function isKnownDevice(db: Db, device: string | undefined, email: string): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(knownDevices)
    .innerJoin(accounts, eq(accounts.id, knownDevices.accountId))
    .where(and(eq(knownDevices.token, device ?? ''), eq(accounts.email, email)));
  return found.length > 0;
}

export interface Recognised {
  /** What the browser keeps from now on. */
  readonly device: string;
  /** True for a browser this account never used, unless it is its first. */
  readonly isNew: boolean;
}

/** Learns the browser an account has just signed in with. */
export async function recognise(
  tx: Tx,
  accountId: number,
  { device, now }: { device: string | undefined; now: Date },
): Promise<Recognised> {
  const known = await tx
    .select({ isThis: sql<boolean>`${eq(knownDevices.token, device ?? '')}` })
    .from(knownDevices)
    .where(eq(knownDevices.accountId, accountId));
  const token = device ?? newToken();
  await tx
    .insert(knownDevices)
    .values({ token, accountId, seenAt: now })
    .onConflictDoUpdate({ target: [knownDevices.token, knownDevices.accountId], set: { seenAt: now } });
  return { device: token, isNew: known.length > 0 && !known.some(({ isThis }) => isThis) };
}

/** After a password was reset, no browser is trusted any more. */
export async function forgetDevices(tx: Tx, accountId: number): Promise<void> {
  await tx.delete(knownDevices).where(eq(knownDevices.accountId, accountId));
}
