import { eq } from 'drizzle-orm';
import { isAPIError } from 'better-auth/api';
import { accountWords as words } from '#language/words/accounts.ts';
import { securityWords } from '#language/words/security.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { theSystem } from './actor.ts';
import { forgetAttempts, isTooMany, networkOf, type Allowance } from './attempts.server.ts';
import { addressHeader } from './better-auth.server.ts';
import { browserInWords } from './browser.ts';
import { isKnownDevice, recognise } from './devices.server.ts';
import type { Gate } from './gate.server.ts';
import { writeToOwner } from './letters.server.ts';
import { isTooBusy } from './secret.server.ts';
import { noteSignIn } from './session.server.ts';
import { accounts, type SignInMethod } from './tables.server.ts';

/** Who asks, before anybody knows who they are. */
export interface Caller {
  /** Network address, forwarding headers judged already. */
  readonly address: string;
  readonly browser: string;
  /** The cookie by which a browser is known again. */
  readonly device: string | undefined;
  readonly now: Date;
}

export interface Entered {
  readonly step: 'in';
  /** Of the session. */
  readonly token: string;
  readonly device: string;
}

/** The password was right; a code is still to come. The challenge opens nothing by itself. */
export interface HalfWay {
  readonly step: 'code';
  readonly challenge: string;
}

export const challengeCookie = 'better-auth.two_factor';

/**
 * Signs in with a password. Unknown, disabled and wrong give the same answer after the same work. No transaction is held:
 * the attempt counts at once, and no connection waits while a password is checked.
 */
export async function signIn(
  gate: Gate,
  { email, password }: { email: string; password: string },
  caller: Caller,
): Promise<Outcome<Entered | HalfWay>> {
  if (isTooBusy()) return refused({ says: words.busy });
  const { db } = gate.database;
  const allowances = allowancesFor(gate, email, { caller, isKnown: await isKnownDevice(db, caller.device, email) });
  const { attemptsMinutes: minutes } = gate.profile;
  if (await isTooMany(db, allowances, { now: caller.now, minutes })) {
    if (gate.profile.tellsOwner) await tellOwner(gate, email, caller.now);
    return refused({ says: words.tooMany(minutes) });
  }
  const answer = await gate.auth.api
    .signInEmail({ body: { email, password }, headers: headersOf(caller), returnHeaders: true })
    .catch(refusalOf);
  if (!answer) return refused({ says: words.wrong });
  const { token, user } = answer.response as { token?: string; user?: { id: string } };
  await forgetAttempts(db, allowances[0]);
  if (token && user) return done(await enter(gate, { accountId: Number(user.id), token, method: 'password' }, caller));
  const challenge = cookieIn(answer.headers, challengeCookie);
  return challenge ? done({ step: 'code', challenge }) : refused({ says: words.wrong });
}

/** How much is allowed: whoever knows an address cannot lock its owner out of a browser that was used before. */
function allowancesFor(
  { profile }: Gate,
  email: string,
  { caller, isKnown }: { caller: Caller; isKnown: boolean },
): [Allowance, ...Allowance[]] {
  const network = networkOf(caller.address);
  if (isKnown) return [{ of: ['device', email, caller.device ?? ''], most: profile.attempts }];
  return [
    { of: ['pair', email, network], most: profile.attempts },
    { of: ['network', network], most: profile.attempts * 5 },
    { of: ['email', email], most: profile.attempts * 20 },
  ];
}

/** The owner hears once an hour that somebody guesses; whoever guesses hears nothing of it. */
async function tellOwner(gate: Gate, email: string, now: Date): Promise<void> {
  if (await isTooMany(gate.database.db, [{ of: ['told', email], most: 1 }], { now, minutes: 60 })) return;
  await gate.database.inTransaction(theSystem, async (tx) => {
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
    const letter = securityWords.attemptsStopped;
    if (account) await writeToOwner(tx, gate, { accountId: account.id, kind: 'attempts-stopped', letter });
  });
}

/** What every way of getting in ends with. */
export async function enter(
  gate: Gate,
  { accountId, token, method }: { accountId: number; token: string; method: SignInMethod },
  { device, now, browser, address }: Caller,
): Promise<Entered> {
  return gate.database.inTransaction(theSystem, async (tx) => {
    await noteSignIn(tx, accountId, { method, profile: gate.profile, from: { browser, network: address }, now });
    const recognised = await recognise(tx, accountId, { device, now });
    if (recognised.isNew) {
      const letter = securityWords.newSignIn({ browser: browserInWords(browser), now });
      await writeToOwner(tx, gate, { accountId, kind: 'new-sign-in', letter });
    }
    return { step: 'in', token, device: recognised.device };
  });
}

/** What Better Auth is told of the request: nothing that the browser could have made up. */
export function headersOf({ address, browser }: Caller, more: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ [addressHeader]: address, 'user-agent': browser, ...more });
}

/** Its refusals are answers; anything else is a fault. */
export function refusalOf(error: unknown): undefined {
  if (isAPIError(error) && error.statusCode < 500) return undefined;
  throw error;
}

/** The value as it travels, still escaped. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  const line = headers.getSetCookie().find((text) => text.startsWith(`${name}=`));
  return line?.slice(name.length + 1).split(';')[0] || undefined;
}
