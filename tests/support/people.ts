import { commandLine, type Membership } from '#accounts/actor.ts';
import type { Gate } from '#accounts/gate.server.ts';
import { signIn, type Caller } from '#accounts/sign-in.server.ts';
import { addAccount } from '#accounts/write.server.ts';
import type { Database } from '#platform/database.server.ts';

export const password = 'correct horse battery';

export function caller(address = '198.51.100.1', device?: string): Caller {
  return { address, browser: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', device, now: new Date() };
}

/** An account whose password is `password`. */
export async function makeAccount(
  database: Database,
  email: string,
  membership: Membership = { role: 'operator' },
): Promise<number> {
  const made = await database.inTransaction(commandLine, (tx) =>
    addAccount(tx, commandLine, { account: { name: '张三', email, password }, membership }),
  );
  if (!made.ok) throw new Error('no account');
  return made.value;
}

/** Signs in with that password, which is all the account asks for. */
export async function inside(gate: Gate, email: string, from = caller()) {
  const outcome = await signIn(gate, { email, password }, from);
  if (!outcome.ok || outcome.value.step !== 'in') throw new Error('not signed in');
  return outcome.value;
}
