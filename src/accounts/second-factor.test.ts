import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { opening, testGate } from '../../tests/support/gate.ts';
import { caller, inside, makeAccount, password } from '../../tests/support/people.ts';
import { codeOf } from '../../tests/support/totp.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine, visitor } from './actor.ts';
import type { Gate } from './gate.server.ts';
import { profileOf } from './password-profile.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  enterWithCode,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from './second-factor.server.ts';
import { whoHolds } from './session.server.ts';
import { signIn } from './sign-in.server.ts';

let database: Database;
let gate: Gate;

beforeAll(async () => {
  database = await cloneForGate();
  gate = await testGate(database);
});

afterAll(() => database.close());

/** Somebody whose second factor is on, with the address of the QR code and the recovery codes. */
async function protectedPerson(email: string) {
  const accountId = await makeAccount(database, email);
  const { token } = await inside(gate, email);
  const begun = await beginSecondFactor(gate, { self: { accountId, token }, password }, caller());
  if (!begun.ok) throw new Error('not begun');
  const { uri, codes } = begun.value;
  const confirmed = await confirmSecondFactor(gate, { self: { accountId, token }, typed: codeOf(uri) }, caller());
  if (!confirmed.ok) throw new Error('not confirmed');
  // So that the tests can send the code of this very moment again.
  await database.pool.query('delete from used_code');
  return { accountId, email, uri, codes, self: { accountId, token: confirmed.value }, before: token };
}

async function challengeOf(email: string): Promise<string> {
  const outcome = await signIn(gate, { email, password }, caller());
  if (!outcome.ok || outcome.value.step !== 'code') throw new Error('no challenge');
  return outcome.value.challenge;
}

const enter = (challenge: string, typed: string) => enterWithCode(gate, { challenge, typed }, caller());
const isIn = (token: string) => whoHolds(database.db, token, opening(new Date()));

test('switching it on gives a new token, and the old one is over', async () => {
  const person = await protectedPerson('on@zone.example');
  expect(await isIn(person.before)).toBeUndefined();
  expect(await isIn(person.self.token)).toMatchObject({ actor: { accountId: person.accountId } });
  const { rows } = await database.pool.query<{ line: string }>('select two_factor::text as line from two_factor');
  const secret = new URL(person.uri).searchParams.get('secret') ?? '';
  for (const hidden of [secret, ...person.codes]) expect(rows[0]?.line).not.toContain(hidden);
});

test('a wrong password does not switch it on, a wrong code does not either', async () => {
  const accountId = await makeAccount(database, 'off@zone.example');
  const { token } = await inside(gate, 'off@zone.example');
  const self = { accountId, token };
  expect(await beginSecondFactor(gate, { self, password: 'wrong' }, caller())).toMatchObject({ ok: false });
  expect((await beginSecondFactor(gate, { self, password }, caller())).ok).toBe(true);
  expect(await confirmSecondFactor(gate, { self, typed: '000000' }, caller())).toMatchObject({ ok: false });
  expect(await inside(gate, 'off@zone.example')).toMatchObject({ step: 'in' });
});

test('the password alone opens nothing: the challenge is no session', async () => {
  const { email } = await protectedPerson('half@zone.example');
  const challenge = await challengeOf(email);
  for (const token of [challenge, decodeURIComponent(challenge), decodeURIComponent(challenge).split('.')[0] ?? '']) {
    expect(await isIn(token)).toBeUndefined();
  }
});

test('a code of this moment gets in, once, however many send it at the same moment', async () => {
  const { email, uri } = await protectedPerson('once@zone.example');
  const [one, other] = [await challengeOf(email), await challengeOf(email)];
  const code = codeOf(uri);
  const answers = await Promise.all([enter(one, code), enter(other, code), enter(one, code)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await enter(await challengeOf(email), code)).toMatchObject({ ok: false });
});

test.each([
  [-2, false],
  [1, true],
  [2, false],
])('a code %i steps away gets in: %s', async (steps, works) => {
  const { email, uri } = await protectedPerson(`steps${steps}@zone.example`);
  expect((await enter(await challengeOf(email), codeOf(uri, steps))).ok).toBe(works);
});

test('a handful of wrong codes end the challenge, also for the right one', async () => {
  const { email, uri } = await protectedPerson('guess@zone.example');
  const challenge = await challengeOf(email);
  for (const typed of ['000001', '000002', '000003', '000004', '000005', '000006']) await enter(challenge, typed);
  expect(await enter(challenge, codeOf(uri))).toMatchObject({ ok: false });
});

test.each(['', '2fa-', 'a.b', '%', '\u0000', 'x'.repeat(10_000)])('“%.9s” is no challenge', async (challenge) => {
  expect(await enter(challenge, '123456')).toMatchObject({ ok: false });
});

test('a recovery code gets in once, is told to the owner, and its hash is no code', async () => {
  const { email, codes } = await protectedPerson('lost@zone.example');
  const code = codes[0] ?? '';
  const { rows } = await database.pool.query<{ codes: string }>('select recovery_codes as codes from two_factor');
  for (const { codes: stored } of rows) {
    const [hash = ''] = JSON.parse(stored) as string[];
    expect(await enter(await challengeOf(email), hash)).toMatchObject({ ok: false });
  }
  const [one, other] = [await challengeOf(email), await challengeOf(email)];
  const answers = await Promise.all([enter(one, code), enter(other, code)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await enter(await challengeOf(email), code)).toMatchObject({ ok: false });
  expect((await enter(await challengeOf(email), ` ${codes[1] ?? ''} `)).ok).toBe(true);
  const mails = await database.pool.query(`select from mail where kind = 'recovery-code' and to_address = $1`, [email]);
  expect(mails.rowCount).toBe(2);
});

test('new recovery codes end the old ones', async () => {
  const { email, codes, self } = await protectedPerson('renew@zone.example');
  expect(await renewRecoveryCodes(gate, { self, password: 'wrong' }, caller())).toMatchObject({ ok: false });
  const renewed = await renewRecoveryCodes(gate, { self, password }, caller());
  expect(await enter(await challengeOf(email), codes[0] ?? '')).toMatchObject({ ok: false });
  expect((await enter(await challengeOf(email), renewed.ok ? (renewed.value[0] ?? '') : '')).ok).toBe(true);
});

test('switching it off needs the password, and a site that does not demand it of its staff; the owner is told', async () => {
  const { email, self } = await protectedPerson('remove@zone.example');
  expect(await removeSecondFactor(gate, { self, password: 'wrong' }, caller())).toMatchObject({ ok: false });
  expect(await removeSecondFactor(gate, { self, password }, caller())).toMatchObject({ ok: false });
  const offering = { ...gate, profile: profileOf('asvs', 'offered') };
  const removed = await removeSecondFactor(offering, { self, password }, caller());
  expect(removed.ok && (await isIn(removed.value))).toBeTruthy();
  expect(await inside(gate, email)).toMatchObject({ step: 'in' });
  const mails = await database.pool.query(`select from mail where kind = 'second-factor' and to_address = $1`, [email]);
  expect(mails.rowCount).toBe(1);
});

test('an operator takes it off for who lost everything, nobody else does', async () => {
  const { email, self } = await protectedPerson('help@zone.example');
  const reset = (actor = commandLine) =>
    database.inTransaction(actor, (tx) => resetSecondFactor(tx, actor, { email, site: gate }));
  expect(await reset(visitor)).toMatchObject({ ok: false });
  expect(await isIn(self.token)).toBeDefined();
  expect(await reset()).toMatchObject({ ok: true });
  expect(await isIn(self.token)).toBeUndefined();
  expect(await inside(gate, email)).toMatchObject({ step: 'in' });
  const mails = await database.pool.query(`select from mail where kind = 'second-factor' and to_address = $1`, [email]);
  expect(mails.rowCount).toBe(1);
});
