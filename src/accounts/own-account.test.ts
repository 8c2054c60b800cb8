import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { opening, testGate } from '../../tests/support/gate.ts';
import { caller, inside, makeAccount, password } from '../../tests/support/people.ts';
import type { Database } from '#platform/database.server.ts';
import { theSystem, type Actor } from './actor.ts';
import type { Gate } from './gate.server.ts';
import { ownAccount } from './read-own-account.server.ts';
import { askForReset, ownerOfReset } from './recovery.server.ts';
import { whoHolds } from './session.server.ts';
import { agreeToEmailChange, askForEmailChange } from './write-email-change.server.ts';
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  proveSelf,
  saveOwnProfile,
} from './write-own-account.server.ts';

let database: Database;
let gate: Gate;

beforeAll(async () => {
  database = await cloneForGate();
  gate = await testGate(database);
});

afterAll(() => database.close());

const actorOf = (accountId: number): Actor => ({ id: `account:${accountId}`, accountId, name: 'a', memberships: [] });
const holds = async (token: string) => whoHolds(database.db, token, opening(new Date()));
const mailsTo = async (email: string) =>
  (
    await database.pool.query<{ kind: string; body: string }>(
      `select kind, body from mail where to_address = $1 order by id`,
      [email],
    )
  ).rows;
const linkIn = async (email: string) =>
  (await mailsTo(email)).at(-1)?.body.match(/\/(?:confirm|reset)\/(\S+)/)?.[1] ?? '';
const agree = (token: string) =>
  database.allOrNothing(theSystem, (tx) => agreeToEmailChange(tx, gate, { token, now: new Date() }));
const ask = (accountId: number, email: string) =>
  database.allOrNothing(actorOf(accountId), (tx) =>
    askForEmailChange(tx, actorOf(accountId), { gate, email, now: new Date() }),
  );

test.each(['old first', 'new first'])('an address moves when both agreed, %s', async (order) => {
  const [from, to] = [`${order.slice(0, 3)}-a@zone.example`, `${order.slice(0, 3)}-b@zone.example`];
  const accountId = await makeAccount(database, from);
  expect(await ask(accountId, to)).toMatchObject({ ok: true });
  const ofOld = await linkIn(from);
  await askForReset(gate, from, caller());
  const reset = await linkIn(from);
  expect(await ownerOfReset(gate, reset)).toBe(accountId);
  const [one, other] = order === 'old first' ? [ofOld, await linkIn(to)] : [await linkIn(to), ofOld];
  expect(await agree(one)).toEqual({ ok: true, value: 'waits' });
  expect(await agree(one)).toEqual({ ok: true, value: 'waits' });
  expect(await agree(other)).toEqual({ ok: true, value: 'moved' });
  expect(await agree(other)).toMatchObject({ ok: false });
  expect(await inside(gate, to)).toMatchObject({ step: 'in' });
  // Links to the old address are dead, and both addresses have been told.
  expect(await ownerOfReset(gate, reset)).toBeUndefined();
  expect((await mailsTo(from)).map(({ kind }) => kind)).toContain('email-changed');
  expect((await mailsTo(to)).map(({ kind }) => kind)).toContain('email-changed');
});

test('an address that has an account is neither told of nor taken', async () => {
  const accountId = await makeAccount(database, 'mover@zone.example');
  await makeAccount(database, 'holder@zone.example');
  expect(await ask(accountId, 'holder@zone.example')).toEqual(await ask(accountId, 'free@zone.example'));
  await ask(accountId, 'holder@zone.example');
  expect(await mailsTo('holder@zone.example')).toEqual([]);
  expect(await agree(await linkIn('mover@zone.example'))).toEqual({ ok: true, value: 'waits' });
});

test('a second request ends the links of the first', async () => {
  const accountId = await makeAccount(database, 'twice@zone.example');
  await ask(accountId, 'first@zone.example');
  const first = await linkIn('first@zone.example');
  await ask(accountId, 'second@zone.example');
  expect(await agree(first)).toMatchObject({ ok: false });
});

test('whoever only looks as somebody else changes nothing of theirs', async () => {
  const accountId = await makeAccount(database, 'seen@zone.example');
  const looking: Actor = { ...actorOf(accountId), viewedBy: { accountId: 1, name: 'o' } };
  const verbs = [
    () => database.inTransaction(looking, (tx) => saveOwnProfile(tx, looking, { name: 'x', lang: 'en' })),
    () => database.inTransaction(looking, (tx) => endOwnSession(tx, looking, 1)),
    () => database.inTransaction(looking, (tx) => endOtherSessions(tx, looking, 1)),
    () =>
      database.inTransaction(looking, (tx) =>
        askForEmailChange(tx, looking, { gate, email: 'x@y.example', now: new Date() }),
      ),
  ];
  for (const verb of verbs) expect(await verb()).toMatchObject({ ok: false });
  const account = await ownAccount(database.db, accountId, new Date());
  expect(account).toMatchObject({ name: '张三', lang: 'zh', emailToCome: null });
});

test('one session is ended, or all others, and never one of somebody else', async () => {
  const accountId = await makeAccount(database, 'many@zone.example');
  const other = await makeAccount(database, 'neighbour@zone.example');
  const [first, second, third] = [
    await inside(gate, 'many@zone.example'),
    await inside(gate, 'many@zone.example'),
    await inside(gate, 'many@zone.example'),
  ];
  const id = async ({ token }: { token: string }) => (await holds(token))?.session ?? 0;
  const end = (who: number, session: number) =>
    database.allOrNothing(actorOf(who), (tx) => endOwnSession(tx, actorOf(who), session));
  expect(await end(other, await id(first))).toMatchObject({ ok: false });
  expect(await holds(first.token)).toBeDefined();
  expect(await end(accountId, await id(first))).toMatchObject({ ok: true });
  expect(await holds(first.token)).toBeUndefined();
  const kept = await id(third);
  await database.allOrNothing(actorOf(accountId), (tx) => endOtherSessions(tx, actorOf(accountId), kept));
  expect([await holds(second.token), (await holds(third.token))?.session]).toEqual([undefined, kept]);
});

test('a new password asks for the old one, ends the other sessions unless asked not to, and is told', async () => {
  const accountId = await makeAccount(database, 'new@zone.example');
  const elsewhere = await inside(gate, 'new@zone.example');
  const { token } = await inside(gate, 'new@zone.example');
  const change = (current: string, next: string) =>
    changePassword(gate, { self: { accountId, token }, current, password: next, keepOthers: false }, caller());
  expect(await change('not this one', 'a quiet morning in March')).toMatchObject({ problems: [{ field: 'current' }] });
  expect(await change(password, 'short')).toMatchObject({ problems: [{ field: 'password' }] });
  const changed = await change(password, 'a quiet morning in March');
  expect(changed.ok && (await holds(changed.value))).toBeTruthy();
  expect(await holds(elsewhere.token)).toBeUndefined();
  expect(await holds(token)).toBeUndefined();
  expect((await mailsTo('new@zone.example')).map(({ kind }) => kind)).toContain('password-changed');
});

test('a sensitive change wants a proof of the last ten minutes', async () => {
  const accountId = await makeAccount(database, 'proof@zone.example');
  const { token } = await inside(gate, 'proof@zone.example');
  await database.pool.query(`update session set proven_at = now() - interval '11 minutes' where account_id = $1`, [
    accountId,
  ]);
  expect(await holds(token)).toMatchObject({ isProven: false });
  const self = { accountId, token };
  expect(await proveSelf(gate, { self, password: 'wrong' }, caller())).toMatchObject({ ok: false });
  expect(await holds(token)).toMatchObject({ isProven: false });
  expect(await proveSelf(gate, { self, password }, caller())).toMatchObject({ ok: true });
  expect(await holds(token)).toMatchObject({ isProven: true });
});
