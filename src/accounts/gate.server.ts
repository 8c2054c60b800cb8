import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import type { TwoText } from '#language/lang.ts';
import { openBetterAuth, type BetterAuth } from './better-auth.server.ts';
import { profileOf, type PasswordProfile } from './password-profile.ts';
import { secretKeys } from './tables.server.ts';

/** How people get in: Better Auth with our tables, and the rules this site follows. */
export interface Gate {
  readonly auth: BetterAuth;
  readonly database: Database;
  readonly profile: PasswordProfile;
  /** Every link in a mail begins with it: never with what a request says of its host. */
  readonly origin: string;
  readonly siteName: TwoText;
}

export async function openGate(database: Database, config: Config, siteName: TwoText): Promise<Gate> {
  const profile = profileOf(config.passwords, config.secondFactor);
  const secret = config.secret ?? (await sharedSecret(database));
  const auth = openBetterAuth({ database, secret, profile, config, siteName });
  return { auth, database, profile, origin: config.origin, siteName };
}

/** The key all processes share when the operator has set none: the first that asks makes it. */
async function sharedSecret({ db }: Database): Promise<string> {
  const name = 'sign-in';
  await db
    .insert(secretKeys)
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflictDoNothing();
  const [row] = await db.select().from(secretKeys).where(eq(secretKeys.name, name));
  if (!row) throw new Error('the key of the sign-in was not kept');
  return row.value;
}
