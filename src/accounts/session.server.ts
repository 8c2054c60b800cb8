import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { accountWords as words } from '#language/words/accounts.ts';
import { remember } from '#history/write.server.ts';
import type { Database, Db, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { visitor, type Actor, type Membership } from './actor.ts';
import { hashToken, isPassword, isTooBusy, newToken } from './secret.server.ts';
import { accounts, memberships, sessions, signInAttempts } from './tables.server.ts';

const minute = 60_000;
/** A session ends after this long without a request, and at the latest after that. */
const idleMs = 12 * 60 * minute;
const longestMs = 7 * 24 * 60 * minute;
const seenEveryMs = 5 * minute;
const windowMs = 15 * minute;

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Network address of who asks. */
  readonly from: string;
}

/**
 * Signs in and answers the token of a new session. Unknown, disabled and wrong give the same answer after the same work.
 * Takes the database, not a transaction: the attempt counts at once, and no connection waits while a password is checked.
 */
export async function signIn({ db, inTransaction }: Database, asked: SignIn, now: Date): Promise<Outcome<string>> {
  if (isTooBusy()) return refused({ says: words.busy });
  const buckets = bucketsOf(asked);
  if (await isTooMany(db, buckets, now)) return refused({ says: words.tooMany });
  const [account] = await db.select().from(accounts).where(eq(accounts.email, asked.email));
  const isRight = await isPassword(asked.password, account?.passwordHash);
  if (!account || !isRight || account.disabledAt) return refused({ says: words.wrong });
  const token = await inTransaction(visitor, async (tx) => {
    await tx.delete(signInAttempts).where(eq(signInAttempts.bucket, buckets.pair));
    return openSession(tx, account.id, now);
  });
  return done(token);
}

/** Begins a session of that account and answers its token, which is told to the browser and to nobody else. */
export async function openSession(tx: Tx, accountId: number, now: Date): Promise<string> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, now));
  const token = newToken();
  const expiresAt = new Date(now.getTime() + longestMs);
  await tx.insert(sessions).values({ tokenHash: hashToken(token), accountId, lastSeenAt: now, expiresAt });
  await remember(
    tx,
    { id: `account:${accountId}` },
    { kind: 'account', record: String(accountId), action: 'signed in' },
  );
  return token;
}

/** Ends one session, on the server as well as in the browser. */
export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
}

/** Who holds this session; undefined when it has ended, was never, or its account is disabled. */
export async function actorOf(db: Db, token: string, now: Date): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const rows = await db
    .select({ id: accounts.id, name: accounts.name, seen: sessions.lastSeenAt, membership: memberships })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, new Date(now.getTime() - idleMs)),
        isNull(accounts.disabledAt),
      ),
    );
  const [first] = rows;
  if (!first) return undefined;
  if (now.getTime() - first.seen.getTime() > seenEveryMs) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.tokenHash, tokenHash));
  }
  return {
    id: `account:${first.id}`,
    accountId: first.id,
    name: first.name,
    memberships: rows.flatMap((row) => membershipOf(row.membership)),
  };
}

function membershipOf(row: typeof memberships.$inferSelect | null): Membership[] {
  if (row === null) return [];
  return [row.zoneCode === null ? { role: row.role } : { role: row.role, zone: row.zoneCode }];
}

/** How many attempts a quarter of an hour allows. Whoever knows an address cannot soon lock its owner out from elsewhere. */
const allowed = { pair: 10, from: 50, email: 200 } as const;

type Buckets = Readonly<Record<keyof typeof allowed, string>>;

function bucketsOf({ email, from }: SignIn): Buckets {
  const network = networkOf(from);
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
  return { pair: hash(`pair ${email} ${network}`), from: hash(`from ${network}`), email: hash(`email ${email}`) };
}

/** One household or office: all of an IPv4 address, the first half of an IPv6 one. */
function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

/** Counts this attempt first and looks then, so that many at once are counted as many. */
async function isTooMany(db: Db, buckets: Buckets, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - windowMs);
  await db.insert(signInAttempts).values(Object.values(buckets).map((bucket) => ({ bucket, at: now })));
  await db.delete(signInAttempts).where(lt(signInAttempts.at, new Date(now.getTime() - 24 * 60 * minute)));
  const counts = await db
    .select({ bucket: signInAttempts.bucket, count: sql<number>`count(*)::int` })
    .from(signInAttempts)
    .where(and(gt(signInAttempts.at, since), sql`${signInAttempts.bucket} = any(${sql.param(Object.values(buckets))})`))
    .groupBy(signInAttempts.bucket);
  const count = new Map(counts.map((row) => [row.bucket, row.count]));
  return (['pair', 'from', 'email'] as const).some((name) => (count.get(buckets[name]) ?? 0) > allowed[name]);
}
