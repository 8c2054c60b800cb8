import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { connectionIn, valueOf, world } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { connectionRow } from './read-row.server.ts';
import { accept } from './write-answer.server.ts';
import { writeMessage } from './write-message.server.ts';
import { setNextStep } from './write-move.server.ts';
import { stepIfDue } from './write-silence.server.ts';

const days = (count: number) => new Date(Date.now() + count * 86_400_000 + 60_000);
const reminders = async (tx: Tx) => {
  const { rows } = await tx.execute(sql`select id from connection_step where action = 'remind'`);
  return rows.length;
};

test('a proposal nobody answers: nothing after 6 days, one reminder after 7, over after 14', () =>
  inRollback(async (tx) => {
    const id = await connectionIn(tx, await world(tx), 'proposed');
    expect(await stepIfDue(tx, id, days(6))).toBeUndefined();
    expect(await stepIfDue(tx, id, days(7))).toBe('remind');
    for (const day of [7, 8, 13]) expect(await stepIfDue(tx, id, days(day))).toBeUndefined();
    expect(await reminders(tx)).toBe(1);
    expect(await stepIfDue(tx, id, days(14))).toBe('silence');
    expect(await stepIfDue(tx, id, days(15))).toBeUndefined();
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'ended', endReason: 'silence', endedBy: 'system' });
  }));

test('one side’s answer does not give the other side more time', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'proposed');
    expect(await stepIfDue(tx, id, days(7))).toBe('remind');
    valueOf(await accept(tx, at.maker, { id }));
    expect(await stepIfDue(tx, id, days(14))).toBeUndefined();
    expect(await stepIfDue(tx, id, days(30))).toBe('remind');
  }));

test('a site that was off for long ends it at once and sends no late reminder', () =>
  inRollback(async (tx) => {
    const id = await connectionIn(tx, await world(tx), 'contact');
    expect(await stepIfDue(tx, id, days(61))).toBe('silence');
    expect(await reminders(tx)).toBe(0);
  }));

test.each([
  [
    'a message',
    async (tx: Tx, id: number, at: Awaited<ReturnType<typeof world>>) => writeMessage(tx, at.buyer, { id, body: '在' }),
  ],
  [
    'a next step',
    async (tx: Tx, id: number, at: Awaited<ReturnType<typeof world>>) =>
      setNextStep(tx, at.maker, { id, nextStep: '送样', nextStepOn: days(40).toISOString().slice(0, 10) }),
  ],
])('%s is a sign of life: the clock begins again, and so does the reminder', (_, speak) =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'contact');
    expect(await stepIfDue(tx, id, days(30))).toBe('remind');
    const before = await connectionRow(tx, id);
    valueOf(await speak(tx, id, at));
    const after = await connectionRow(tx, id);
    expect(after?.silentUntil?.getTime()).toBeGreaterThan(before?.silentUntil?.getTime() ?? 0);
    expect(after?.remindAt).not.toBeNull();
  }),
);

test('until the day of the next step silence is no silence', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'negotiation');
    valueOf(await setNextStep(tx, at.buyer, { id, nextStep: '评审', nextStepOn: days(90).toISOString().slice(0, 10) }));
    expect(await stepIfDue(tx, id, days(89))).toBeUndefined();
    expect(await stepIfDue(tx, id, days(122))).toBe('remind');
    expect(await stepIfDue(tx, id, days(152))).toBe('silence');
  }));

test('an agreement does not fall silent', () =>
  inRollback(async (tx) => {
    const id = await connectionIn(tx, await world(tx), 'agreement');
    expect(await stepIfDue(tx, id, days(1000))).toBeUndefined();
  }));
