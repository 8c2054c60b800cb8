import { afterAll, beforeAll, expect, test } from 'vitest';
import { Authenticator, type Lies } from '../../tests/support/authenticator.ts';
import { cloneForGate } from '../../tests/support/database.ts';
import { gateOrigin, opening, testGate } from '../../tests/support/gate.ts';
import { caller, inside, makeAccount, password } from '../../tests/support/people.ts';
import { anOrganisation } from '../../tests/support/organisations.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine, visitor, type Actor } from './actor.ts';
import type { Gate } from './gate.server.ts';
import { askForPasskey, enterWithPasskey } from './passkey-sign-in.server.ts';
import { profileOf } from './password-profile.ts';
import { passkeysOf } from './read-passkeys.server.ts';
import { enterWithCode, resetSecondFactor, stepsOf } from './second-factor.server.ts';
import { whoHolds } from './session.server.ts';
import { signIn } from './sign-in.server.ts';
import { addPasskey, askForNewPasskey, removePasskey, renamePasskey } from './write-passkey.server.ts';
import { disableAccount } from './write.server.ts';

let database: Database;
let gate: Gate;
let organisation: number;

beforeAll(async () => {
  database = await cloneForGate();
  gate = await testGate(database);
  organisation = await database.inTransaction(commandLine, async (tx) => anOrganisation(tx, (await twoZones(tx)).here));
});
afterAll(() => database.close());

interface Person {
  readonly accountId: number;
  readonly email: string;
  readonly actor: Actor;
}

async function person(name: string, role: 'operator' | 'member' = 'operator'): Promise<Person> {
  const [email, membership] = [`${name}@zone.example`, role === 'member' ? { role, organisation } : { role }];
  const accountId = await makeAccount(database, email, membership);
  return {
    accountId,
    email,
    actor: { id: `account:${accountId}`, accountId, name: '张三', memberships: [membership] },
  };
}

const owner = ({ actor }: Person, isProven = true) => ({ actor, isProven });

interface Question {
  readonly token: string;
  readonly options: {
    challenge: string;
    user: { id: string };
    allowCredentials?: { id: string }[];
    rp: { id: string };
  };
}

async function asked(question: Promise<{ ok: boolean; value?: unknown }>): Promise<Question> {
  const outcome = await question;
  if (!outcome.ok) throw new Error('not asked');
  return outcome.value as Question;
}

const askToAdd = (of: Person, now = new Date()) => asked(askForNewPasskey(gate, owner(of), now));
const askToShow = (halfWay?: string, from = caller()) => asked(askForPasskey(gate, halfWay, from));

async function add(of: Person, key = new Authenticator(gateOrigin), lies: Lies = {}) {
  const { token, options } = await askToAdd(of);
  const made = { name: '办公电脑', response: key.make(options, lies) };
  return { key, outcome: await addPasskey(gate, owner(of), { token, made, now: new Date() }) };
}

async function withPasskey(name: string, role?: 'member') {
  const of = await person(name, role);
  const { key, outcome } = await add(of);
  if (!outcome.ok) throw new Error('not added');
  return { ...of, key, passkey: outcome.value };
}

async function enter(key: Authenticator, lies: Lies = {}, halfWay?: string) {
  const { token, options } = await askToShow(halfWay);
  return enterWithPasskey(gate, { token, shown: key.show(options, lies) }, caller());
}

const isIn = (token: string) => whoHolds(database.db, token, opening(new Date()));
const mailsTo = async (email: string) =>
  (await database.pool.query(`select from mail where kind = 'passkey' and to_address = $1`, [email])).rowCount;
const historyOf = async ({ accountId }: Person) => {
  const { rows } = await database.pool.query<{ action: string }>(
    `select action from history where kind = 'account' and record = $1 order by id`,
    [accountId],
  );
  return rows.map(({ action }) => action);
};

test('a passkey that was added signs in by itself, and both are remembered and told', async () => {
  const of = await withPasskey('first');
  const entered = await enter(of.key);
  expect(entered.ok && (await isIn(entered.value.token))).toMatchObject({
    actor: { accountId: of.accountId },
    duty: undefined,
    isProven: true,
  });
  expect(await historyOf(of)).toEqual(['passkey added', 'signed in']);
  expect(await mailsTo(of.email)).toBe(1);
  const [listed] = await passkeysOf(database.db, of.accountId);
  expect(listed).toMatchObject({ name: '办公电脑', lastUsedAt: expect.any(Date) as Date });
});

const liars: [string, Lies][] = [
  ['made on another site', { origin: 'https://zone.example.evil.example' }],
  ['made without https', { origin: 'http://zone.example' }],
  ['made for another site', { rpId: 'evil.example' }],
  ['made for another question', { challenge: 'AAAA' }],
  ['made without fingerprint or code', { isUnverified: true }],
];

test.each(liars)('a passkey %s is not added', async (what, lies) => {
  const of = await person(`add-${liars.findIndex(([name]) => name === what)}`);
  expect((await add(of, undefined, lies)).outcome).toMatchObject({ ok: false });
  expect(await passkeysOf(database.db, of.accountId)).toEqual([]);
});

test.each<[string, Lies]>([
  ...liars,
  ['with a signature of something else', { badSignature: true }],
  ['in the name of somebody else', { userHandle: 'YWNjb3VudDoxMjM0NTY' }],
])('a passkey %s does not get in', async (what, lies) => {
  const { key } = await withPasskey(`show-${what.replaceAll(/[^a-z]/g, '')}`);
  expect(await enter(key, lies)).toMatchObject({ ok: false });
  expect(await enter(key)).toMatchObject({ ok: true });
});

test('an answer counts once, however many send it at the same moment', async () => {
  const { key } = await withPasskey('once');
  const { token, options } = await askToShow();
  const shown = key.show(options);
  const answers = await Promise.all([1, 2, 3].map(() => enterWithPasskey(gate, { token, shown }, caller())));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('an answer to a question of another browser, of another kind, or after five minutes is refused', async () => {
  const of = await withPasskey('late');
  const one = await askToShow();
  const foreign = { token: 'x'.repeat(43), shown: of.key.show(one.options) };
  expect(await enterWithPasskey(gate, foreign, caller())).toMatchObject({ ok: false });
  const toAdd = await askToAdd(of);
  const crossed = { token: toAdd.token, shown: of.key.show(toAdd.options) };
  expect(await enterWithPasskey(gate, crossed, caller())).toMatchObject({ ok: false });
  const later = { ...caller(), now: new Date(Date.now() + 5 * 60_000 + 1_000) };
  const late = { token: one.token, shown: of.key.show(one.options) };
  expect(await enterWithPasskey(gate, late, later)).toMatchObject({ ok: false });
});

test('a copy of a passkey is found out by its count', async () => {
  const { key } = await withPasskey('copied');
  expect((await enter(key)).ok).toBe(true);
  key.count = 0;
  expect((await enter(key)).ok).toBe(false);
});

test('whoever has a passkey does not get in by the password alone, but by both', async () => {
  const of = await withPasskey('both');
  const half = await signIn(gate, { email: of.email, password }, caller());
  const challenge = half.ok && half.value.step === 'code' ? half.value.challenge : '';
  expect(await stepsOf(gate, challenge)).toEqual({ app: false, passkey: true });
  expect(await enterWithCode(gate, { challenge, typed: '000000' }, caller())).toMatchObject({ ok: false });
  const { options } = await askToShow(challenge);
  expect(options.allowCredentials).toHaveLength(1);
  expect(await enter((await withPasskey('other')).key, {}, challenge)).toMatchObject({ ok: false });
  expect(await enter(of.key, {}, challenge)).toMatchObject({ ok: true });
});

test('a disabled account is not let in', async () => {
  const { key, email } = await withPasskey('shut');
  await withPasskey('another-operator');
  await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, email));
  expect(await enter(key)).toMatchObject({ ok: false });
});

test('it is added by its owner alone, who has just proven to be the one', async () => {
  const [of, other] = [await person('own'), await person('not-own')];
  const eyes = { ...of.actor, viewedBy: { accountId: other.accountId, name: 'o' } };
  for (const asker of [{ actor: visitor, isProven: true }, { actor: eyes, isProven: true }, owner(of, false)]) {
    expect(await askForNewPasskey(gate, asker, new Date())).toMatchObject({ ok: false });
  }
  const { token, options } = await askToAdd(of);
  const made = { name: 'x', response: new Authenticator(gateOrigin).make(options) };
  for (const asker of [owner(other), owner(of, false), { actor: eyes, isProven: true }]) {
    expect(await addPasskey(gate, asker, { token, made, now: new Date() })).toMatchObject({ ok: false });
  }
});

test('the same passkey is not added twice, to whomever', async () => {
  const of = await withPasskey('twice');
  expect((await add(of, of.key)).outcome).toMatchObject({ ok: false });
  expect((await add(await person('thief'), of.key)).outcome).toMatchObject({ ok: false });
});

test('it is renamed and removed by its owner alone', async () => {
  const of = await withPasskey('mine', 'member');
  const other = await person('others');
  const id = of.passkey;
  const rename = (actor: Actor) =>
    database.inTransaction(actor, (tx) => renamePasskey(tx, actor, { id, name: '手机' }));
  const remove = (actor: Actor, isProven = true) =>
    database.allOrNothing(actor, (tx) => removePasskey(tx, { actor, isProven }, { id, gate }));
  for (const actor of [other.actor, visitor, { ...of.actor, viewedBy: { accountId: 1, name: 'o' } }]) {
    expect(await rename(actor)).toMatchObject({ ok: false });
    expect(await remove(actor)).toMatchObject({ ok: false });
  }
  expect(await remove(of.actor, false)).toMatchObject({ ok: false });
  expect(await passkeysOf(database.db, of.accountId)).toMatchObject([{ name: '办公电脑' }]);
  expect(await rename(of.actor)).toMatchObject({ ok: true });
  expect(await passkeysOf(database.db, of.accountId)).toMatchObject([{ name: '手机' }]);
  expect(await remove(of.actor)).toMatchObject({ ok: true });
  expect(await enter(of.key)).toMatchObject({ ok: false });
  expect(await inside(gate, of.email)).toMatchObject({ step: 'in' });
  expect(await mailsTo(of.email)).toBe(2);
  expect(await historyOf(of)).toEqual(['passkey added', 'passkey renamed', 'passkey removed', 'signed in']);
});

test('the last second factor of a member of staff stays where the site demands one', async () => {
  const of = await withPasskey('last');
  const second = await add(of);
  if (!second.outcome.ok) throw new Error('not added');
  const remove = (id: number, by = gate) =>
    database.allOrNothing(of.actor, (tx) => removePasskey(tx, owner(of), { id, gate: by }));
  expect(await Promise.all([remove(of.passkey), remove(second.outcome.value)])).toContainEqual(
    expect.objectContaining({ ok: false }),
  );
  const [left] = await passkeysOf(database.db, of.accountId);
  expect(await remove(left?.id ?? 0)).toMatchObject({ ok: false });
  expect(await remove(left?.id ?? 0, { ...gate, profile: profileOf('mlps-2') })).toMatchObject({ ok: true });
});

test('an operator takes passkeys off as well for who lost everything', async () => {
  const { email, key } = await withPasskey('lost');
  await database.inTransaction(commandLine, (tx) => resetSecondFactor(tx, commandLine, { email, site: gate }));
  expect(await enter(key)).toMatchObject({ ok: false });
  expect(await inside(gate, email)).toMatchObject({ step: 'in' });
});

test('questions and answers are counted for a network', async () => {
  const from = caller('203.0.113.9');
  const answers: boolean[] = [];
  for (let time = 0; time < 101; time++) answers.push((await askForPasskey(gate, undefined, from)).ok);
  expect(answers.indexOf(false)).toBe(100);
});
