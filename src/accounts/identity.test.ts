import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { gateOrigin, opening, testGate } from '../../tests/support/gate.ts';
import { startIdentityServer, type IdentityServer } from '../../tests/support/identity-service.ts';
import { caller, makeAccount } from '../../tests/support/people.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine } from './actor.ts';
import type { Gate } from './gate.server.ts';
import { arriveFromIdentity, leaveForIdentity } from './identity.server.ts';
import { whoHolds } from './session.server.ts';
import { disableAccount } from './write.server.ts';

let database: Database;
let service: IdentityServer;
let gate: Gate;

const people = {
  wang: { email: 'wang@zone.example', verified: true },
  unverified: { email: 'li@zone.example', verified: false },
  stranger: { email: 'stranger@elsewhere.example', verified: true },
  disabled: { email: 'gone@zone.example', verified: true },
};

beforeAll(async () => {
  database = await cloneForGate();
  service = await startIdentityServer(people, `${gateOrigin}/api/auth/callback/identity`);
  gate = await testGate(database, {
    YUANLIAN_OIDC_ISSUER: service.issuer,
    YUANLIAN_OIDC_CLIENT_ID: service.clientId,
    YUANLIAN_OIDC_CLIENT_SECRET: service.clientSecret,
  });
});

afterAll(async () => {
  await service.close();
  await database.close();
});

async function leave() {
  const departure = await leaveForIdentity(gate, 'en', caller());
  if (!departure) throw new Error('the identity service is away');
  return departure;
}

async function comeBack(subject: keyof typeof people) {
  const { to, state } = await leave();
  const back = await service.signIn(to, subject);
  return { search: back.search, state };
}

test('whoever has an account by that verified address is in, with the roles of the account', async () => {
  const accountId = await makeAccount(database, 'wang@zone.example');
  for (const time of ['first', 'second']) {
    const { entered, lang } = await arriveFromIdentity(gate, await comeBack('wang'), caller());
    const found = await whoHolds(database.db, entered?.token ?? '', opening(new Date()));
    expect([time, lang, found?.actor.accountId]).toEqual([time, 'en', accountId]);
  }
  const { rows } = await database.pool.query(
    `select provider, password_hash from credential where provider = 'identity'`,
  );
  expect(rows).toEqual([{ provider: 'identity', password_hash: null }]);
});

test('the way there carries state, nonce and a code challenge', async () => {
  const { searchParams } = new URL((await leave()).to);
  for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('redirect_uri')).toBe(`${gateOrigin}/api/auth/callback/identity`);
});

test.each(['unverified', 'stranger', 'disabled'] as const)(
  'the %s one stays outside, and no account is made',
  async (who) => {
    if (who === 'unverified') await makeAccount(database, people.unverified.email);
    if (who === 'disabled') {
      await makeAccount(database, people.disabled.email);
      await makeAccount(database, 'stays@zone.example');
      await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, people.disabled.email));
    }
    const before = (await database.pool.query('select from account')).rowCount;
    const { entered } = await arriveFromIdentity(gate, await comeBack(who), caller());
    expect(entered).toBeUndefined();
    expect((await database.pool.query('select from account')).rowCount).toBe(before);
  },
);

test('an answer is good for the browser that left, and once', async () => {
  await makeAccount(database, 'zhao@zone.example');
  const other = await leave();
  const arrival = await comeBack('wang');
  expect((await arriveFromIdentity(gate, { ...arrival, state: other.state }, caller())).entered).toBeUndefined();
  expect((await arriveFromIdentity(gate, { ...arrival, state: '' }, caller())).entered).toBeUndefined();
  const fresh = await comeBack('wang');
  expect((await arriveFromIdentity(gate, fresh, caller())).entered).toBeDefined();
  expect((await arriveFromIdentity(gate, fresh, caller())).entered).toBeUndefined();
});

test.each(['', '?code=x', '?state=x', '?error=access_denied', '?code=%00&state=%00'])(
  '“%s” is no answer',
  async (search) => {
    const { state } = await leave();
    expect((await arriveFromIdentity(gate, { search, state }, caller())).entered).toBeUndefined();
  },
);
