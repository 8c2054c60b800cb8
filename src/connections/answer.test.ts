import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Tx } from '#platform/database.server.ts';
import { signer } from '#platform/signed.server.ts';
import {
  connectionIn,
  listing,
  organisation,
  person,
  valueOf,
  world,
  type World,
} from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { answerLinks } from './answer-link.server.ts';
import { proposalBehind } from './read-answer.server.ts';
import { connectionRow } from './read-row.server.ts';
import { accept } from './write-answer.server.ts';
import { answerByLetter } from './write-letter-answer.server.ts';
import { proposePair } from './write-propose.server.ts';

const now = () => new Date();

interface For {
  readonly account: number | undefined;
  readonly side?: 'need' | 'offer';
}

async function tokenFor(tx: Tx, id: number, { account, side = 'offer' }: For) {
  const row = await connectionRow(tx, id);
  const link = { connection: id, side, proposedAt: row?.proposedAt?.getTime() ?? 0, account };
  return (await answerLinks(tx, ''))('zh', link).split('/').at(-1) ?? '';
}

async function proposal(tx: Tx) {
  const at = await world(tx, { isAnonymous: true });
  const id = await connectionIn(tx, at, 'proposed');
  return { at, id, token: await tokenFor(tx, id, { account: at.maker.accountId }) };
}

const stands = async (tx: Tx, id: number) => (await connectionRow(tx, id))?.state;

test('the link shows the proposal without who an anonymous need is from, and changes nothing by being opened', () =>
  inRollback(async (tx) => {
    const { id, token } = await proposal(tx);
    const shown = JSON.stringify(await proposalBehind(tx, token, now()));
    expect(shown).toContain('高温密封');
    expect(shown).not.toContain('金丝雀');
    expect(await stands(tx, id)).toBe('proposed');
  }));

test('it accepts in the name of its reader, once', () =>
  inRollback(async (tx) => {
    const { at, id, token } = await proposal(tx);
    expect(valueOf(await answerByLetter(tx, { token, now: now() }))).toEqual({ state: 'accepted' });
    expect(await answerByLetter(tx, { token, now: now() })).toMatchObject({ ok: false });
    expect(await answerByLetter(tx, { token, now: now(), declined: { reason: 'price' } })).toMatchObject({ ok: false });
    expect(await proposalBehind(tx, token, now())).toBeUndefined();
    expect(await stands(tx, id)).toBe('accepted');
    const { rows } = await tx.execute(sql`select actor from connection_step where action = 'accept'`);
    expect(rows).toEqual([{ actor: at.maker.id }]);
  }));

test('it declines with a reason, and not without', () =>
  inRollback(async (tx) => {
    const { id, token } = await proposal(tx);
    expect(await answerByLetter(tx, { token, now: now(), declined: { reason: '' as never } })).toMatchObject({
      ok: false,
    });
    expect(await stands(tx, id)).toBe('proposed');
    valueOf(await answerByLetter(tx, { token, now: now(), declined: { reason: 'too-early', note: '明年' } }));
    expect(await connectionRow(tx, id)).toMatchObject({ state: 'ended', endReason: 'too-early', endedBy: 'offer' });
  }));

const forged: Readonly<
  Record<string, (tx: Tx, given: { at: World; id: number; token: string }) => Promise<string> | string>
> = {
  'one letter changed': (_, { token }) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
  'another signature': (_, { token }) => `${token.split('.')[0] ?? ''}.${'x'.repeat(43)}`,
  'no signature': (_, { token }) => token.split('.')[0] ?? '',
  nothing: () => '',
  'a link of another purpose': async (tx, { at }) =>
    (await signer(tx))('stop-mail', `${at.maker.accountId} connection`),
  'the side that has accepted': (tx, { id, at }) => tokenFor(tx, id, { account: at.buyer.accountId, side: 'need' }),
  'an account of somebody else': (tx, { id, at }) => tokenFor(tx, id, { account: at.outsider.accountId }),
  'an earlier proposal': async (tx, { id, at }) => {
    const link = { connection: id, side: 'offer' as const, proposedAt: 1, account: at.maker.accountId };
    return (await answerLinks(tx, ''))('zh', link).split('/').at(-1) ?? '';
  },
};

test.each(Object.entries(forged))('%s answers nothing', (_, make) =>
  inRollback(async (tx) => {
    const given = await proposal(tx);
    const token = await make(tx, given);
    expect(await proposalBehind(tx, token, now())).toBeUndefined();
    expect(await answerByLetter(tx, { token, now: now() })).toMatchObject({ ok: false });
    expect(await stands(tx, given.id)).toBe('proposed');
  }),
);

test('a link answers its own connection and no other', () =>
  inRollback(async (tx) => {
    const { at, id, token } = await proposal(tx);
    const other = await organisation(tx, { kind: 'institute', zone: at.there, name: '另一家' });
    const offer = await listing(tx, { side: 'offer', organisation: other, zone: at.there, title: '别的' });
    const second = valueOf(await proposePair(tx, at.buyer, { needId: at.need, offerId: offer, origin: 'board' }));
    await person(tx, 'second', { role: 'member', organisation: other });
    valueOf(await answerByLetter(tx, { token, now: now() }));
    expect(await stands(tx, id)).toBe('accepted');
    expect(await stands(tx, second.id)).toBe('proposed');
  }));

test('after it has expired, or whoever it was sent to has left, it answers nothing', () =>
  inRollback(async (tx) => {
    const { at, id, token } = await proposal(tx);
    const late = new Date(Date.now() + 15 * 86_400_000);
    expect(await answerByLetter(tx, { token, now: late })).toMatchObject({ ok: false });
    await tx.execute(sql`delete from membership where account_id = ${at.maker.accountId}`);
    expect(await answerByLetter(tx, { token, now: now() })).toMatchObject({ ok: false });
    const forContact = await tokenFor(tx, id, { account: undefined });
    expect(valueOf(await answerByLetter(tx, { token: forContact, now: now() }))).toEqual({ state: 'accepted' });
  }));

test('when the member has answered at the desk, the link is over', () =>
  inRollback(async (tx) => {
    const { at, id, token } = await proposal(tx);
    valueOf(await accept(tx, at.maker, { id }));
    expect(await answerByLetter(tx, { token, now: now() })).toMatchObject({ ok: false });
  }));
