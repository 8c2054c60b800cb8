import type { Database, Tx } from '#platform/database.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import { theSystem } from './actor.ts';
import { recognise } from './devices.server.ts';
import type { Gate } from './gate.server.ts';
import { openSession } from './session.server.ts';
import type { Caller, Entered } from './sign-in.server.ts';

/** Makes an account by a link and signs it in: all of it, or nothing. */
export function makeAndEnter(
  { database, profile }: Pick<Gate, 'profile'> & { database: Database },
  caller: Caller,
  make: (tx: Tx) => Promise<Outcome<number>>,
): Promise<Outcome<Entered>> {
  const { address: network, browser, device, now } = caller;
  return database.allOrNothing<Entered>(theSystem, async (tx) => {
    const made = await make(tx);
    if (!made.ok) return made;
    const token = await openSession(tx, made.value, { method: 'link', profile, from: { network, browser }, now });
    const recognised = await recognise(tx, made.value, { device, now });
    return done({ step: 'in', token, device: recognised.device });
  });
}
