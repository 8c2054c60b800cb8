import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { connectionIn, person, signed, suggested, valueOf, world } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { connectionRow } from './read-row.server.ts';
import { ledgerOf } from './read-ledger.server.ts';
import { confirm, recordAgreement, reopen } from './write-agreement.server.ts';
import { accept, decline, end } from './write-answer.server.ts';
import { handOver, takeOver } from './write-broker.server.ts';
import { recordMeeting } from './write-meeting.server.ts';
import { writeMessage } from './write-message.server.ts';
import { move, setNextStep, setSubState } from './write-move.server.ts';
import { propose } from './write-propose.server.ts';

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const says = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.problems[0]?.says.zh);

const everyStep: readonly (readonly [string, (tx: Tx, actor: Actor, id: number) => Promise<Outcome<unknown>>])[] = [
  ['propose', (tx, actor, id) => propose(tx, actor, { id })],
  ['accept', (tx, actor, id) => accept(tx, actor, { id })],
  ['decline', (tx, actor, id) => decline(tx, actor, { id, reason: 'price' })],
  ['end', (tx, actor, id) => end(tx, actor, { id, reason: 'price' })],
  ['take over', (tx, actor, id) => takeOver(tx, actor, { id })],
  ['hand over', (tx, actor, id) => handOver(tx, actor, { id, to: null })],
  ['contact', (tx, actor, id) => move(tx, actor, { id, step: 'contact' })],
  ['negotiate', (tx, actor, id) => move(tx, actor, { id, step: 'negotiate' })],
  ['finer word', (tx, actor, id) => setSubState(tx, actor, { id, subState: 'visited' })],
  ['next step', (tx, actor, id) => setNextStep(tx, actor, { id, nextStep: '试样', nextStepOn: day(7) })],
  ['message', (tx, actor, id) => writeMessage(tx, actor, { id, body: '您好' })],
  [
    'meeting',
    (tx, actor, id) => recordMeeting(tx, actor, { id, heldOn: day(-1), attendees: '甲', agreed: '试样', nextStep: '' }),
  ],
  ['agree', (tx, actor, id) => recordAgreement(tx, actor, { ...signed(id), step: 'agree' })],
  ['amend', (tx, actor, id) => recordAgreement(tx, actor, { ...signed(id, 2), step: 'amend' })],
  ['reopen', (tx, actor, id) => reopen(tx, actor, { id, note: '' })],
  ['confirm', async (tx, actor, id) => confirm(tx, actor, { id, entry: (await ledgerOf(tx, id))[0]?.id ?? 1 })],
];

async function everything(tx: Tx) {
  const tables = ['connection', 'connection_step', 'connection_message', 'connection_meeting', 'connection_amount'];
  const rows = tables.map((name) => `select '${name}' as name, to_jsonb(t)::text as row from ${name} t`);
  return (await tx.execute(sql.raw(rows.join(' union all ')))).rows;
}

const states = ['suggested', 'proposed', 'accepted', 'contact', 'negotiation', 'agreement'] as const;

test.each(states)('nobody who has nothing to do with it does anything to a connection that is %s', (state) =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, state);
    const [needOnly] = [await person(tx, 'officer', { role: 'officer', zone: at.here })];
    const thirdZone = {
      id: 'account:999',
      accountId: 999,
      name: 'b',
      memberships: [{ role: 'broker', zone: '99999999' } as const],
    };
    const strangers: Actor[] = [visitor, at.outsider, at.editor, needOnly, thirdZone];
    const looking = { ...at.buyer, viewedBy: { accountId: 1, name: 'operator' } };
    const before = await everything(tx);
    for (const [, step] of everyStep) {
      for (const stranger of strangers) expect(says(await step(tx, stranger, id))).toBe('没有这个对接。');
      expect((await step(tx, looking, id)).ok).toBe(false);
    }
    expect(await everything(tx)).toEqual(before);
  }),
);

/** What the need side, the offer side and a broker can do in each state, when no broker has taken it over. */
const can: Readonly<Record<(typeof states)[number], Readonly<Record<'buyer' | 'maker' | 'broker', string>>>> = {
  suggested: {
    buyer: 'propose, decline',
    maker: 'propose, decline',
    broker: 'propose, decline, take over',
  },
  proposed: { buyer: 'decline', maker: 'accept, decline', broker: 'decline, take over' },
  accepted: {
    buyer: 'end, contact, next step, message, meeting',
    maker: 'end, contact, next step, message, meeting',
    broker: 'end, take over, contact, next step, message, meeting',
  },
  contact: {
    buyer: 'end, negotiate, finer word, next step, message, meeting',
    maker: 'end, negotiate, finer word, next step, message, meeting',
    broker: 'end, take over, negotiate, finer word, next step, message, meeting',
  },
  negotiation: {
    buyer: 'end, next step, message, meeting, agree',
    maker: 'end, next step, message, meeting, agree',
    broker: 'end, take over, next step, message, meeting, agree',
  },
  agreement: {
    buyer: 'next step, message, meeting, amend, reopen',
    maker: 'next step, message, meeting, amend, reopen, confirm',
    broker: 'take over, next step, message, meeting, amend, reopen',
  },
};

class Undone extends Error {}

/** Whether the step can be taken; whatever it changed is undone, and a refusal changed nothing. */
async function isTaken(tx: Tx, step: (tx: Tx) => Promise<Outcome<unknown>>): Promise<boolean> {
  const before = await everything(tx);
  let isDone = false;
  await tx
    .transaction(async (inner) => {
      isDone = (await step(inner)).ok;
      if (!isDone) expect(await everything(inner)).toEqual(before);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return isDone;
}

describe.each(states)('in %s', (state) => {
  test.each(['buyer', 'maker', 'broker'] as const)('the %s does just what the table says', (who) =>
    inRollback(async (tx) => {
      const at = await world(tx);
      const id = await connectionIn(tx, at, state);
      const did: string[] = [];
      for (const [name, step] of everyStep) if (await isTaken(tx, (inner) => step(inner, at[who], id))) did.push(name);
      expect(did.join(', ')).toBe(can[state][who]);
    }),
  );
});

const entryAt = async (tx: Tx, id: number, place: number) => (await ledgerOf(tx, id)).at(place)?.id ?? 0;

test('the whole way, and what it came to', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'agreement');
    const first = await entryAt(tx, id, 0);
    valueOf(await confirm(tx, at.maker, { id, entry: first }));
    expect(says(await confirm(tx, at.maker, { id, entry: first }))).toBe('没有待确认的金额。');
    expect(says(await reopen(tx, at.buyer, { id, note: '' }))).toContain('不能撤回');
    valueOf(await recordAgreement(tx, at.maker, { ...signed(id, 1_500_000), step: 'amend' }));
    valueOf(await recordAgreement(tx, at.maker, { ...signed(id, 1_450_000.5), step: 'amend' }));
    const entries = await ledgerOf(tx, id);
    expect(entries.map(({ increment }) => increment)).toEqual([1_200_000, 300_000, 250_000.5]);
    expect(entries.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true, false]);
    // Another amount than the one that was looked at is not confirmed.
    expect(says(await confirm(tx, at.buyer, { id, entry: await entryAt(tx, id, 1) }))).toBe('没有待确认的金额。');
    valueOf(await confirm(tx, at.buyer, { id, entry: await entryAt(tx, id, 2) }));
  }));

test('an agreement that the other side does not know of is taken back, and the negotiation goes on', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'agreement');
    valueOf(await reopen(tx, at.maker, { id, note: '没有签过' }));
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'negotiation' });
    valueOf(await recordAgreement(tx, at.maker, { ...signed(id, 5), step: 'agree' }));
    const [, entry] = await ledgerOf(tx, id);
    expect(entry).toMatchObject({ amount: 5, increment: 5, needConfirmedAt: null });
  }));

test('a broker who took it over moves it alone; the sides still speak, meet, end and are told why', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'accepted');
    valueOf(await takeOver(tx, at.broker, { id }));
    expect(says(await takeOver(tx, at.farBroker, { id }))).toContain('已由技术经理人接手');
    for (const who of [at.buyer, at.maker, at.farBroker])
      expect(says(await move(tx, who, { id, step: 'contact' }))).toContain('已由技术经理人接手');
    valueOf(await writeMessage(tx, at.buyer, { id, body: '什么时候见面？' }));
    valueOf(await move(tx, at.broker, { id, step: 'contact' }));
    expect(says(await handOver(tx, at.farBroker, { id, to: null }))).toBe('这一步由另一方来做。');
    expect(says(await handOver(tx, at.broker, { id, to: at.buyer.accountId }))).toContain('技术经理人');
    valueOf(await handOver(tx, at.broker, { id, to: at.farBroker.accountId }));
    valueOf(await move(tx, at.farBroker, { id, step: 'negotiate' }));
    valueOf(await end(tx, at.maker, { id, reason: 'capacity' }));
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'ended', endedFrom: 'negotiation', endedBy: 'offer' });
  }));

test('who comes second is told what happened', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'proposed');
    valueOf(await decline(tx, at.maker, { id, reason: 'too-early' }));
    expect(says(await accept(tx, at.maker, { id }))).toBe('供给方刚刚谢绝对接，对接现在是「已结束」。');
  }));

test('a proposal of a broker waits for both sides', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await suggested(tx, at);
    valueOf(await propose(tx, at.broker, { id, note: '值得谈' }));
    valueOf(await accept(tx, at.buyer, { id }));
    expect(says(await accept(tx, at.buyer, { id }))).toContain('已经同意');
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'proposed' });
    valueOf(await accept(tx, at.maker, { id }));
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'accepted', proposedBy: 'broker' });
  }));

test.each([
  ['no reason', (tx: Tx, who: Actor, id: number) => decline(tx, who, { id, reason: 'silence' as never })],
  ['“other” without a word', (tx: Tx, who: Actor, id: number) => decline(tx, who, { id, reason: 'other' })],
  ['a NUL', (tx: Tx, who: Actor, id: number) => decline(tx, who, { id, reason: 'price', note: '\0' })],
  ['half a character', (tx: Tx, who: Actor, id: number) => decline(tx, who, { id, reason: 'price', note: '\ud800' })],
  [
    'a field too many',
    (tx: Tx, who: Actor, id: number) => decline(tx, who, { id, reason: 'price', brokerId: 1 } as never),
  ],
])('an answer with %s is refused in words', (_, step) =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'proposed');
    expect((await step(tx, at.maker, id)).ok).toBe(false);
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'proposed' });
  }),
);
