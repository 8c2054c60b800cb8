import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { PasswordProfile } from './password-profile.ts';
import { accounts, memberships, passkeys, twoFactors } from './tables.server.ts';

export interface PasskeyRow {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export function passkeysOf(db: Db, accountId: number): Promise<PasskeyRow[]> {
  const { id, name, createdAt, lastUsedAt } = passkeys;
  return db
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(id));
}

/** What an authenticator is told, so that it offers the right ones. */
export function credentialsOf(db: Db, accountId: number) {
  const { credentialId, transports } = passkeys;
  return db.select({ credentialId, transports }).from(passkeys).where(eq(passkeys.accountId, accountId));
}

/** The passkey of that name in an account that is open. */
export async function passkeyByCredential(db: Db, credentialId: string) {
  const [found] = await db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(accounts, and(eq(accounts.id, passkeys.accountId), isNull(accounts.disabledAt)))
    .where(eq(passkeys.credentialId, credentialId));
  return found?.passkey;
}

/** Which second steps an account has. */
export async function secondSteps(db: Db, accountId: number): Promise<{ app: boolean; passkey: boolean }> {
  const [row] = await db
    .select({
      app: sql<boolean>`exists (${db
        .select({ one: sql`1` })
        .from(twoFactors)
        .where(and(eq(twoFactors.accountId, accountId), twoFactors.verified))})`,
      passkey: sql<boolean>`exists (${db
        .select({ one: sql`1` })
        .from(passkeys)
        .where(eq(passkeys.accountId, accountId))})`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row ?? { app: false, passkey: false };
}

/** Whether without this one a member of staff would have no second factor, where the site demands one. */
export async function isLastFactor(
  db: Db,
  { secondFactor }: PasswordProfile,
  { accountId, without }: { accountId: number; without: 'app' | { passkey: number } },
): Promise<boolean> {
  if (secondFactor === 'offered') return false;
  const held = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), ne(memberships.role, 'member')))
    .limit(1);
  if (held.length === 0) return false;
  const others = (await passkeysOf(db, accountId)).filter(({ id }) => without === 'app' || id !== without.passkey);
  const { app } = await secondSteps(db, accountId);
  return others.length === 0 && (without === 'app' || !app);
}
