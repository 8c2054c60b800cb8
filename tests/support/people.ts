import { commandLine, type Membership } from '#accounts/actor.ts';
import type { Gate } from '#accounts/gate.server.ts';
import { hashPassword } from '#accounts/secret.server.ts';
import { signIn, type Caller } from '#accounts/sign-in.server.ts';
import { accounts, credentials } from '#accounts/tables.server.ts';
import { giveMemberships } from '#accounts/write.server.ts';
import type { Database } from '#platform/database.server.ts';

export const password = 'correct horse battery';

export function caller(address = '198.51.100.1', device?: string): Caller {
  return { address, browser: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', device, now: new Date() };
}

/** As the site hashes, at a cost no site would use: most tests are not about the hashing. */
let cheap: Promise<string> | undefined;

/** An account whose password is `password`. */
export async function makeAccount(
  database: Database,
  email: string,
  membership: Membership = { role: 'operator' },
): Promise<number> {
  cheap ??= hashPassword(password, { N: 2 ** 10, r: 8, p: 1 });
  const hash = await cheap;
  return database.inTransaction(commandLine, async (tx) => {
    const [row] = await tx.insert(accounts).values({ name: '张三', email }).returning({ id: accounts.id });
    if (!row) throw new Error('no account');
    const { id } = row;
    await tx
      .insert(credentials)
      .values({ userId: id, providerId: 'credential', accountId: String(id), password: hash });
    await giveMemberships(tx, id, [membership]);
    return id;
  });
}

/** Signs in with that password, which is all the account asks for. */
export async function inside(gate: Gate, email: string, from = caller()) {
  const outcome = await signIn(gate, { email, password }, from);
  if (!outcome.ok || outcome.value.step !== 'in') throw new Error('not signed in');
  return outcome.value;
}
