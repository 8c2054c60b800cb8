import { expect, test } from 'vitest';
import { dateOf } from '#language/dates.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aSlip, got, monday as today, slipSum, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { takeOnBlocker } from './write-blocker-answers.server.ts';
import { fileBlocker, sayWhetherSolved } from './write-blocker.server.ts';
import { raiseByHand } from './write-by-hand.server.ts';
import { answerSlip, assignSlip, planSlip, recheckSlip, solveSlip } from './write.server.ts';

test('whoever looks as a publisher changes no slip', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world, { difficulty: 'hard' });
    const looking = { ...world.publisher, viewedBy: { accountId: 99, name: 'operator' } };
    const before = await slipSum(tx);
    const fields = { zone: world.here, title: 'x', difficulty: 'ordinary' };
    const tried = [
      await raiseByHand(tx, looking, { fields, today }),
      await assignSlip(tx, looking, { id, to: { unitId: world.unitB }, today }),
      await answerSlip(tx, looking, { id, note: 'x', today }),
      await planSlip(tx, looking, { id, plan: { until: '2026-10-30', note: 'x' }, today }),
      await solveSlip(tx, looking, { id, note: 'x', today }),
    ];
    expect(tried.map(({ ok }) => ok)).toEqual(tried.map(() => false));
    expect(await slipSum(tx)).toEqual(before);
    got(await solveSlip(tx, world.officer, { id, note: 'x', today }));
    expect((await recheckSlip(tx, looking, { id, note: 'x', passed: true, today })).ok).toBe(false);
  }));

const others = ['otherMember', 'publisher', 'leader', 'broker', 'officer', 'editor', 'foreigner'] as const;
test.each(others)('the %s does not say for an enterprise whether its blocker is solved', (who) =>
  inRollback(async (tx) => {
    const world: SlipWorld = await slipWorld(tx);
    const file = { organisationId: world.enterprise, kind: 'utility', title: '用电容量不够', body: '三个月没有答复。' };
    const { id } = got(await fileBlocker(tx, world.member, { fields: file, files: [] }));
    const now = dateOf(new Date());
    const fields = { difficulty: 'ordinary', unitId: world.unitA } as const;
    const { slip } = got(await takeOnBlocker(tx, world.broker, { id, fields, today: now }));
    got(await solveSlip(tx, world.officer, { id: slip, note: '已增容', today: now }));
    const before = await slipSum(tx);
    expect((await sayWhetherSolved(tx, world[who], { id, isSolved: true, note: '' })).ok).toBe(false);
    const looking = { ...world.member, viewedBy: { accountId: 99, name: 'operator' } };
    expect((await sayWhetherSolved(tx, looking, { id, isSolved: true, note: '' })).ok).toBe(false);
    expect(await slipSum(tx)).toEqual(before);
  }),
);
