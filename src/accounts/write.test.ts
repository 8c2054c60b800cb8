import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoZones } from '../../tests/support/zones.ts';
import { opening } from '../../tests/support/gate.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import type { Database } from '#platform/database.server.ts';
import { commandLine, visitor } from './actor.ts';
import { checkLink, firstOperatorLink, operatorLink } from './operator-link.server.ts';
import { openSession, signOut, whoHolds } from './session.server.ts';
import { addAccount, disableAccount, setUpOperator } from './write.server.ts';

const now = new Date('2026-01-05T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const account = { name: '张三', email: 'zhang@zone.example', password: 'correct horse battery' };
const operator = { account, membership: { role: 'operator' } } as const;
const tokenIn = (path: string | undefined) => path?.split('/').at(-1) ?? '';

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
});
afterAll(() => database.close());

test('the first link makes one operator, however many use it at once', async () => {
  const token = tokenIn(await database.inTransaction(commandLine, (tx) => firstOperatorLink(tx, now)));
  const other = tokenIn(await database.inTransaction(commandLine, (tx) => firstOperatorLink(tx, now)));
  const uses = [token, token, other].map((used, place) =>
    database.inTransaction(commandLine, (tx) =>
      setUpOperator(tx, { token: used, account: { ...account, email: `${place}@zone.example` } }, now),
    ),
  );
  const outcomes = await Promise.all(uses);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await database.inTransaction(commandLine, (tx) => firstOperatorLink(tx, now))).toBeUndefined();
});

test('a link is known, unused and fresh, or says which of these it is not', () =>
  inRollback(async (tx) => {
    const token = tokenIn(await firstOperatorLink(tx, now));
    expect(await checkLink(tx, token, now)).toMatchObject({ ok: true });
    expect(await checkLink(tx, token, later(8))).toMatchObject({ ok: false });
    expect(await checkLink(tx, `${token}x`, now)).toMatchObject({ ok: false });
    expect(await setUpOperator(tx, { token, account }, now)).toMatchObject({ ok: true });
    const again = await setUpOperator(tx, { token, account: { ...account, email: 'b@zone.example' } }, now);
    expect(again).toMatchObject({ ok: false, problems: [{ says: { zh: expect.stringContaining('已经用过') } }] });
  }));

test('only an operator makes links and accounts, or disables one', () =>
  inRollback(async (tx) => {
    expect(await operatorLink(tx, visitor, now)).toMatchObject({ ok: false });
    expect(await addAccount(tx, visitor, operator)).toMatchObject({ ok: false });
    expect(await disableAccount(tx, visitor, account.email)).toMatchObject({ ok: false });
    const editor = { id: 'account:1', name: 'e', memberships: [{ role: 'editor', zone: '32101026' }] } as const;
    expect(await addAccount(tx, editor, operator)).toMatchObject({ ok: false });
  }));

test('one address is one account', () =>
  inRollback(async (tx) => {
    expect(await addAccount(tx, commandLine, operator)).toMatchObject({ ok: true });
    expect(await addAccount(tx, commandLine, operator)).toMatchObject({ ok: false, problems: [{ field: 'email' }] });
  }));

test('the last operator stays, another can be disabled and is out at once', () =>
  inRollback(async (tx) => {
    await addAccount(tx, commandLine, operator);
    expect(await disableAccount(tx, commandLine, account.email)).toMatchObject({ ok: false });
    const second = { ...operator, account: { ...account, email: 'li@zone.example' } };
    const made = await addAccount(tx, commandLine, second);
    const session = await openSession(tx, made.ok ? made.value : 0, opening(now));
    expect(await disableAccount(tx, commandLine, 'li@zone.example')).toMatchObject({ ok: true });
    expect(await whoHolds(tx, session, opening(now))).toBeUndefined();
  }));

test('a session is its account with its roles, until it ends', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const membership = { role: 'editor', zone: '32101026' } as const;
    const made = await addAccount(tx, commandLine, { account, membership });
    const token = await openSession(tx, made.ok ? made.value : 0, opening(now));
    expect(await whoHolds(tx, token, opening(now))).toMatchObject({
      actor: { name: '张三', memberships: [membership] },
    });
    expect(await whoHolds(tx, token, opening(later(0.6)))).toBeUndefined();
    await signOut(tx, token);
    expect(await whoHolds(tx, token, opening(now))).toBeUndefined();
  }));
