import { and, desc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { remember } from '#history/write.server.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { isStaff, type Actor, type Membership } from './actor.ts';
import { endView, lookOf, membershipOf } from './view.server.ts';
import { dutyOf, type Duty, type PasswordProfile } from './password-profile.ts';
import { accounts, memberships, sessions, type SignInMethod } from './tables.server.ts';
import { newToken } from './token.server.ts';

const minute = 60_000;
/** The moment of the last request is written down this coarsely. */
const seenEveryMs = minute;
/** A sensitive change asks for the password again when the last proof is older. */
const provenForMs = 10 * minute;

/** Where a request comes from, as a list of sessions shows it. */
export interface Origin {
  readonly network: string;
  readonly browser: string;
}

export interface Opening {
  readonly method: SignInMethod;
  readonly profile: PasswordProfile;
  readonly from: Origin;
  readonly now: Date;
}

/** Begins a session of that account and answers its token, which is told to the browser and to nobody else. */
export async function openSession(tx: Tx, accountId: number, opening: Opening): Promise<string> {
  const token = await beginSession(tx, accountId, opening);
  await noteSignIn(tx, accountId, opening);
  return token;
}

/** The session alone, for whoever notes the sign-in afterwards. */
export async function beginSession(
  tx: Tx,
  accountId: number,
  { method, profile, from, now }: Opening,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + profile.longestMinutes * minute);
  const seen = { provenAt: now, createdAt: now, lastSeenAt: now, expiresAt };
  await tx.insert(sessions).values({ token, accountId, method, ...from, ...seen });
  return token;
}

/** What every sign-in does besides: it is remembered, what has ended is cleared away, and surplus sessions end. */
export async function noteSignIn(tx: Tx, accountId: number, { method, profile, now }: Opening): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, now));
  if (profile.sessions !== undefined) await endSurplus(tx, accountId, profile.sessions);
  const changes = { method: [null, method] } as const;
  const by = { id: `account:${accountId}` };
  await remember(tx, by, { kind: 'account', record: String(accountId), action: 'signed in', changes });
}

async function endSurplus(tx: Tx, accountId: number, most: number): Promise<void> {
  const surplus = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .offset(most);
  const ids = surplus.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(sessions).where(inArray(sessions.id, ids));
}

/** Ends one session, on the server as well as in the browser. */
export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.token, token));
}

/** A person who is signed in, and how. */
export interface SignedIn {
  readonly actor: Actor;
  readonly session: number;
  /** What they must do before anything else. */
  readonly duty: Duty;
  /** Whether they proved a moment ago to be the one: a sensitive change needs it. */
  readonly isProven: boolean;
  /** Until when the actor is somebody else, whom an operator looks at the site as. */
  readonly viewingUntil?: Date;
}

/**
 * Who holds this session; undefined when it has ended, was never, or its account is disabled. Roles are read each time:
 * a change of them acts on the next request.
 */
export async function whoHolds(
  db: Db,
  token: string,
  { now, profile }: { now: Date; profile: PasswordProfile },
): Promise<SignedIn | undefined> {
  const rows = await db
    .select({
      account: accounts,
      session: sessions,
      membership: memberships,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(
      and(
        eq(sessions.token, token),
        gt(sessions.expiresAt, now),
        // The profile of today counts, whatever it was when the session began.
        gt(sessions.createdAt, new Date(now.getTime() - profile.longestMinutes * minute)),
        gt(sessions.lastSeenAt, new Date(now.getTime() - profile.idleMinutes * minute)),
        isNull(accounts.disabledAt),
      ),
    );
  const [first] = rows;
  if (!first) return undefined;
  const { account, session } = first;
  if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMs) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
  }
  const held = rows.flatMap((row) => membershipOf(row.membership));
  return looking(db, signedInAs(account, session, { held, profile, now }), { session, now });
}

/** The operator as whoever they look at the site as, while they may; then, and for all others, themselves. */
async function looking(
  db: Db,
  self: SignedIn,
  { session, now }: { session: typeof sessions.$inferSelect; now: Date },
): Promise<SignedIn> {
  if (session.viewingAccountId === null) return self;
  const mayLook = self.duty === undefined || self.duty === 'second-factor-soon';
  const look = mayLook ? await lookOf(db, self.actor, { session, now }) : undefined;
  if (look) return { ...self, ...look, isProven: false };
  await endView(db, session.id);
  return self;
}

function signedInAs(
  account: typeof accounts.$inferSelect,
  session: Pick<typeof sessions.$inferSelect, 'id' | 'method' | 'provenAt'>,
  { held, profile, now }: { held: Membership[]; profile: PasswordProfile; now: Date },
): SignedIn {
  const { id, name, twoFactorEnabled: hasSecondFactor } = account;
  const person = { ...account, method: session.method, hasSecondFactor, isStaff: isStaff(held) };
  return {
    actor: { id: `account:${id}`, accountId: id, name, memberships: held },
    session: session.id,
    duty: dutyOf(profile, person, now),
    isProven: now.getTime() - session.provenAt.getTime() < provenForMs,
  };
}
