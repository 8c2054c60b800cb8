import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneForGate } from '../../tests/support/database.ts';
import { gateOrigin, opening, testGate } from '../../tests/support/gate.ts';
import { caller, inside, makeAccount, password } from '../../tests/support/people.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine } from './actor.ts';
import type { Gate } from './gate.server.ts';
import { askForReset, ownerOfReset, resetPassword } from './recovery.server.ts';
import { signIn } from './sign-in.server.ts';
import { whoHolds } from './session.server.ts';
import { disableAccount } from './write.server.ts';

let database: Database;
let gate: Gate;

beforeAll(async () => {
  database = await cloneForGate();
  gate = await testGate(database);
});

afterAll(() => database.close());

const next = 'a quiet morning in March';
const bodies = async (email: string) =>
  (
    await database.pool.query<{ body: string }>(
      `select body from mail where kind = 'password-reset' and to_address = $1 order by id`,
      [email],
    )
  ).rows.map(({ body }) => body);

async function linkTo(email: string): Promise<string> {
  await askForReset(gate, email, caller());
  const body = (await bodies(email)).at(-1) ?? '';
  return /\/reset\/(\S+)/.exec(body)?.[1] ?? '';
}

const reset = (token: string, typed = next) => resetPassword(gate, { token, password: typed }, caller());

test('the link comes from the settings, works once, and ends every session', async () => {
  await makeAccount(database, 'forgot@zone.example');
  const { token } = await inside(gate, 'forgot@zone.example');
  const link = await linkTo('forgot@zone.example');
  expect((await bodies('forgot@zone.example'))[0]).toContain(`${gateOrigin}/zh/reset/${link}`);
  const answers = await Promise.all([reset(link), reset(link, 'another good sentence')]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await reset(link)).toMatchObject({ ok: false });
  expect(await whoHolds(database.db, token, opening(new Date()))).toBeUndefined();
  const old = await signIn(gate, { email: 'forgot@zone.example', password }, caller());
  expect(old).toMatchObject({ ok: false });
});

test('its secret is kept as a hash, and is in the mail only', async () => {
  await makeAccount(database, 'secret@zone.example');
  const link = await linkTo('secret@zone.example');
  const { rows } = await database.pool.query<{ line: string }>('select verification::text as line from verification');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ line }) => line.includes(link))).toBe(false);
});

test('one link that is used kills the others, and a link that is half an hour old is dead', async () => {
  await makeAccount(database, 'two@zone.example');
  const [first, second] = [await linkTo('two@zone.example'), await linkTo('two@zone.example')];
  expect(await reset(second)).toMatchObject({ ok: true });
  expect(await reset(first)).toMatchObject({ ok: false });
  const third = await linkTo('two@zone.example');
  const { rows } = await database.pool.query<{ minutes: number }>(
    `select extract(epoch from max(expires_at) - now()) / 60 as minutes from verification`,
  );
  expect(Number(rows[0]?.minutes)).toBeLessThanOrEqual(30);
  await database.pool.query(`update verification set expires_at = now() - interval '1 second'`);
  expect(await ownerOfReset(gate, third)).toBeUndefined();
  expect(await reset(third)).toMatchObject({ ok: false });
});

test('an unknown and a disabled address get the same answer, as late, and no mail', async () => {
  await makeAccount(database, 'stays@zone.example');
  await makeAccount(database, 'gone@zone.example');
  await database.inTransaction(commandLine, (tx) => disableAccount(tx, commandLine, 'gone@zone.example'));
  const took = async (email: string) => {
    const started = performance.now();
    const answer = await askForReset(gate, email, caller('203.0.113.5'));
    return { answer, ms: performance.now() - started };
  };
  const [known, unknown, gone] = [
    await took('stays@zone.example'),
    await took('no@zone.example'),
    await took('gone@zone.example'),
  ];
  expect([unknown.answer, gone.answer]).toEqual([known.answer, known.answer]);
  expect(Math.min(known.ms, unknown.ms, gone.ms)).toBeGreaterThan(380);
  expect(await bodies('gone@zone.example')).toEqual([]);
});

test('nobody is drowned in mails', async () => {
  await makeAccount(database, 'drown@zone.example');
  const asked = await Promise.all(
    Array.from({ length: 8 }, (_, place) => askForReset(gate, 'drown@zone.example', caller(`192.0.2.${place}`))),
  );
  expect(asked.filter((answer) => !answer.ok).length).toBeGreaterThanOrEqual(3);
  expect((await bodies('drown@zone.example')).length).toBeLessThanOrEqual(5);
});

test('under mlps the last passwords are not taken again', async () => {
  const strict = await testGate(database, { YUANLIAN_PASSWORDS: 'mlps-2' });
  await makeAccount(database, 'again@zone.example');
  const change = async (typed: string) =>
    resetPassword(strict, { token: await linkTo('again@zone.example'), password: typed }, caller());
  expect(await change(password)).toMatchObject({ ok: false });
  expect(await change('Spring-2031')).toMatchObject({ ok: true });
  expect(await change('Summer-2031')).toMatchObject({ ok: true });
  expect(await change('Spring-2031')).toMatchObject({ ok: false, problems: [{ field: 'password' }] });
});
