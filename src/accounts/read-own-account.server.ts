import { and, desc, eq, gt } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { Lang } from '#language/lang.ts';
import { passkeysOf, type PasskeyRow } from './read-passkeys.server.ts';
import { accounts, credentials, emailChanges, sessions, twoFactors } from './tables.server.ts';

export interface OwnAccount {
  readonly name: string;
  readonly email: string;
  readonly lang: Lang;
  readonly hasPassword: boolean;
  /** Whether codes of an app are asked for. */
  readonly hasApp: boolean;
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
  /** The address that is to become theirs, while it waits for both to agree. */
  readonly emailToCome: string | null;
  readonly sessions: readonly SessionRow[];
}

export interface SessionRow {
  readonly id: number;
  readonly browser: string;
  readonly network: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** What a person sees of their own account. */
export async function ownAccount(db: Db, accountId: number, now: Date): Promise<OwnAccount> {
  const [row] = await db
    .select({ account: accounts, password: credentials.id, codes: twoFactors.recoveryCodes, to: emailChanges.newEmail })
    .from(accounts)
    .leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
    .leftJoin(twoFactors, and(eq(twoFactors.accountId, accounts.id), twoFactors.verified))
    .leftJoin(emailChanges, and(eq(emailChanges.accountId, accounts.id), gt(emailChanges.expiresAt, now)))
    .where(eq(accounts.id, accountId));
  if (!row) throw new Error('whoever is signed in has an account');
  const { name, email, lang } = row.account;
  return {
    name,
    email,
    lang,
    hasPassword: row.password !== null,
    hasApp: row.codes !== null,
    passkeys: await passkeysOf(db, accountId),
    recoveryCodesLeft: row.codes === null ? 0 : (JSON.parse(row.codes) as unknown[]).length,
    emailToCome: row.to,
    sessions: await sessionsOf(db, accountId, now),
  };
}

function sessionsOf(db: Db, accountId: number, now: Date): Promise<SessionRow[]> {
  const { id, browser, network, createdAt, lastSeenAt } = sessions;
  return db
    .select({ id, browser, network, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
    .orderBy(desc(lastSeenAt), desc(id))
    .limit(50);
}
