import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { visitor } from '#accounts/actor.ts';
import type { Outcome } from '#platform/outcome.ts';
import { listing, suggested, valueOf, world } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { decline } from './write-answer.server.ts';
import { proposePair } from './write-propose.server.ts';

const says = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.problems[0]?.says.zh);

describe('bringing two together by hand', () => {
  const pair = (at: { need: number; offer: number }) => ({
    needId: at.need,
    offerId: at.offer,
    origin: 'hand' as const,
  });
  test('makes the proposal of what was suggested, and never a second connection', () =>
    inRollback(async (tx) => {
      const at = await world(tx);
      const id = await suggested(tx, at);
      expect(valueOf(await proposePair(tx, at.broker, pair(at)))).toEqual({ id });
      expect(says(await proposePair(tx, at.buyer, pair(at)))).toContain('已经有对接');
      valueOf(await decline(tx, at.buyer, { id, reason: 'price' }));
      expect(says(await proposePair(tx, at.maker, pair(at)))).toContain('不再重新提议');
    }));
  test('is for the two sides and their brokers', () =>
    inRollback(async (tx) => {
      const at = await world(tx);
      for (const who of [visitor, at.outsider, at.editor])
        expect(says(await proposePair(tx, who, pair(at)))).toBe('没有这个对接。');
      expect((await tx.execute(sql`select from connection`)).rows).toEqual([]);
    }));
  test('goes only between what is published and open, or checked in the same zone', () =>
    inRollback(async (tx) => {
      const at = await world(tx);
      const kept = { side: 'offer' as const, title: '未发布', state: 'checked' as const };
      const far = await listing(tx, { ...kept, organisation: at.lab, zone: at.there });
      const near = await listing(tx, { ...kept, organisation: at.third, zone: at.here });
      expect(says(await proposePair(tx, at.broker, { ...pair(at), offerId: far }))).toContain('只有已发布');
      valueOf(await proposePair(tx, at.broker, { ...pair(at), offerId: near }));
      await tx.execute(sql`update listing set is_open = false where id = ${at.offer}`);
      expect(says(await proposePair(tx, at.broker, pair(at)))).toContain('只有已发布');
    }));
  test('also with an institute that has no offer for it yet', () =>
    inRollback(async (tx) => {
      const at = await world(tx);
      const given = { needId: at.need, organisationId: at.lab, origin: 'hand' as const };
      valueOf(await proposePair(tx, at.broker, given));
      expect(says(await proposePair(tx, at.broker, given))).toContain('已经有对接');
      expect(says(await proposePair(tx, at.broker, { ...given, organisationId: at.third }))).toContain(
        '请选择一个成果',
      );
    }));
});
