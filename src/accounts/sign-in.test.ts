import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, inside, makeAccount, password } from '../../tests/support/people.ts';
import { cloneForGate } from '../../tests/support/database.ts';
import { opening, testGate } from '../../tests/support/gate.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine, theSystem } from './actor.ts';
import { networkOf } from './attempts.server.ts';
import type { Gate } from './gate.server.ts';
import { signIn, type Caller } from './sign-in.server.ts';
import { whoHolds } from './session.server.ts';
import { disableAccount } from './write.server.ts';

let database: Database;
let gate: Gate;

beforeAll(async () => {
  database = await cloneForGate();
  gate = await testGate(database);
});

afterAll(() => database.close());

const attempt = (email: string, typed: string, from: Caller) => signIn(gate, { email, password: typed }, from);

test('the right password opens a session, which is its account with its roles', async () => {
  await makeAccount(database, 'right@zone.example');
  const { token } = await inside(gate, 'right@zone.example');
  const found = await whoHolds(database.db, token, opening(new Date()));
  expect(found).toMatchObject({ actor: { name: '张三', memberships: [{ role: 'operator' }] }, isProven: true });
});

test('of a session only the hash is kept, and a hash opens nothing', async () => {
  await makeAccount(database, 'hash@zone.example');
  const { token } = await inside(gate, 'hash@zone.example');
  const { rows } = await database.pool.query<{ hash: string; line: string }>(
    `select encode(token_hash, 'hex') as hash, session::text as line from session`,
  );
  for (const { hash, line } of rows) {
    expect(line).not.toContain(token);
    expect(await whoHolds(database.db, hash, opening(new Date()))).toBeUndefined();
  }
});

test('a wrong password, an unknown address and a disabled account get the same answer', async () => {
  await makeAccount(database, 'other@zone.example');
  await makeAccount(database, 'same@zone.example');
  const from = caller('198.51.100.2');
  const wrong = await attempt('same@zone.example', 'something else', from);
  expect(await attempt('nobody@zone.example', password, from)).toEqual(wrong);
  await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, 'same@zone.example'));
  expect(await attempt('same@zone.example', password, from)).toEqual(wrong);
  expect(
    (
      await database.pool.query(
        `select from session s join account a on a.id = s.account_id where email = 'same@zone.example'`,
      )
    ).rowCount,
  ).toBe(0);
});

test('an unknown address takes as long as a wrong password', async () => {
  await makeAccount(database, 'time@zone.example');
  const took = async (email: string) => {
    const started = performance.now();
    await attempt(email, 'not this one at all', caller('198.51.100.3'));
    return performance.now() - started;
  };
  await took('time@zone.example');
  const known = await took('time@zone.example');
  const unknown = await took('nobody-there@zone.example');
  // Both derive a key, which takes hundreds of milliseconds: without it the answer would come in ten.
  expect(unknown).toBeGreaterThan(known / 3);
});

test('guessing is slowed down for who guesses, not for the owner elsewhere', async () => {
  await makeAccount(database, 'wang@zone.example');
  const guesses = Array.from({ length: 14 }, () => attempt('wang@zone.example', 'not this one', caller('203.0.113.9')));
  const said = (await Promise.all(guesses)).map((answer) => (answer.ok ? '' : answer.problems[0]?.says.en));
  expect(said.filter((says) => says?.startsWith('Too many attempts')).length).toBeGreaterThanOrEqual(4);
  expect(await attempt('wang@zone.example', password, caller('203.0.113.9'))).toMatchObject({ ok: false });
  expect(await attempt('wang@zone.example', password, caller('192.0.2.1'))).toMatchObject({ ok: true });
});

test('many networks at one account are stopped, and its owner still gets in from a known browser', async () => {
  await makeAccount(database, 'victim@zone.example');
  const { device } = await inside(gate, 'victim@zone.example', caller('192.0.2.50'));
  const bucket = (await import('node:crypto'))
    .createHash('sha256')
    .update('email\nvictim@zone.example')
    .digest('base64url');
  await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`insert into sign_in_attempt (bucket, at) select ${bucket}, now() from generate_series(1, 201)`),
  );
  expect(await attempt('victim@zone.example', password, caller('192.0.2.99'))).toMatchObject({ ok: false });
  expect(await attempt('victim@zone.example', password, caller('192.0.2.99', 'made up'))).toMatchObject({ ok: false });
  expect(await attempt('victim@zone.example', password, caller('192.0.2.99', device))).toMatchObject({ ok: true });
});

test('a sign-in from a browser never seen is told to the owner, the first one and a known one are not', async () => {
  await makeAccount(database, 'mail@zone.example');
  const mails = async () =>
    Number((await database.pool.query(`select from mail where to_address = 'mail@zone.example'`)).rowCount);
  const { device } = await inside(gate, 'mail@zone.example');
  await inside(gate, 'mail@zone.example', caller('198.51.100.1', device));
  expect(await mails()).toBe(0);
  await inside(gate, 'mail@zone.example', caller('203.0.113.77'));
  expect(await mails()).toBe(1);
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:0db8:0001:0002:0:0:0:1', true],
  ['2001:DB8:1:2::1', '2001:db8:1:2::2', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['2001:db8::1', '2001:db8:0:0:5::1', true],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s are one network: %s', (one, other, same) => {
  expect(networkOf(one) === networkOf(other)).toBe(same);
});

test('under mlps one account has one session: a second sign-in ends the first', async () => {
  await makeAccount(database, 'single@zone.example');
  gate = await testGate(database, { YUANLIAN_PASSWORDS: 'mlps-2' });
  const first = await inside(gate, 'single@zone.example');
  const second = await inside(gate, 'single@zone.example');
  gate = await testGate(database);
  expect(await whoHolds(database.db, first.token, opening(new Date()))).toBeUndefined();
  expect(await whoHolds(database.db, second.token, opening(new Date()))).toBeDefined();
});
