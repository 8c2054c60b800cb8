import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { openBetterAuth, type BetterAuth } from './better-auth.server.ts';
import type { Gate } from './gate.server.ts';
import { profileOf } from './password-profile.ts';
import { sendReset } from './recovery.server.ts';
import { secretKeys } from './tables.server.ts';

/** Puts the way in together, once for each process. */
export async function openGate(database: Database, config: Config, siteName: TwoText): Promise<Gate> {
  const profile = profileOf(config.passwords, config.secondFactor);
  const secret = config.secret ?? (await sharedSecret(database));
  const rules = { database, profile, origin: config.origin, siteName, identityName: config.identity?.name };
  const auth: BetterAuth = openBetterAuth({
    ...rules,
    secret,
    config,
    sendReset: (asked) => sendReset({ ...rules, auth }, asked),
  });
  return { ...rules, auth };
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
