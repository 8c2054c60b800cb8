import { and, eq, gt, lt } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { passkeyChallenges } from './tables.server.ts';
import { newToken } from './token.server.ts';

export const challengeSeconds = 5 * 60;

export interface Challenge {
  readonly challenge: string;
  readonly purpose: 'add' | 'sign-in';
  /** Whose passkey it must be; null where anybody's will do. */
  readonly accountId: number | null;
}

/** What a browser needs to ask its owner, and the token that says later which question it was. */
export interface PasskeyQuestion {
  readonly token: string;
  readonly options: object;
}

/** Keeps what was asked; the value is the token for the browser. */
export async function keepChallenge(db: Db, asked: Challenge, now: Date): Promise<string> {
  const token = newToken();
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now));
  const expiresAt = new Date(now.getTime() + challengeSeconds * 1_000);
  await db.insert(passkeyChallenges).values({ ...asked, token, expiresAt });
  return token;
}

/** Takes it back for this one look: a second answer to the same question finds it gone. */
export async function takeChallenge(
  db: Db,
  { token, purpose, now }: { token: string; purpose: Challenge['purpose']; now: Date },
): Promise<Challenge | undefined> {
  const { challenge, accountId, expiresAt } = passkeyChallenges;
  const [taken] = await db
    .delete(passkeyChallenges)
    .where(and(eq(passkeyChallenges.token, token), eq(passkeyChallenges.purpose, purpose), gt(expiresAt, now)))
    .returning({ challenge, accountId });
  return taken && { ...taken, purpose };
}
