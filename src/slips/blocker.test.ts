import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { got, slipSum, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { dateOf } from '#language/dates.ts';
import { blockerSheet, blockerSheetRow } from './blocker-list.ts';
import { blockersFor } from './read-blocker-list.server.ts';
import { blockerFor } from './read-blockers.server.ts';
import { answerBlocker, declineBlocker, takeOnBlocker } from './write-blocker-answers.server.ts';
import { reopenSlipOf } from './write-blocker-slip.server.ts';
import { fileBlocker, sayWhetherSolved, withdrawBlocker } from './write-blocker.server.ts';
import { recheckSlip, solveSlip } from './write.server.ts';

const today = dateOf(new Date());
const newest = { filters: {}, sort: { key: 'filed', descending: true }, columns: [] };

async function aBlocker(tx: Tx, { member, enterprise }: SlipWorld): Promise<number> {
  const fields = {
    organisationId: enterprise,
    kind: 'utility',
    title: '二期用电容量不够',
    body: '申请了三个月没有答复。',
  };
  return got(await fileBlocker(tx, member, { fields, files: [] })).id;
}

const takenOn = async (tx: Tx, world: SlipWorld, id: number) =>
  got(await takeOnBlocker(tx, world.broker, { id, fields: { difficulty: 'ordinary', unitId: world.unitA }, today }))
    .slip;

test('a blocker becomes a slip, and its enterprise says whether it is solved before it is closed', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aBlocker(tx, world);
    const slip = await takenOn(tx, world, id);
    expect((await blockerFor(tx, world.member, id))?.blocker).toMatchObject({ state: 'taken' });
    expect((await blockerFor(tx, world.member, id))?.blocker.slipReference).toMatch(/^DB-\d{8}-\d{3}$/);
    got(await solveSlip(tx, world.officer, { id: slip, note: '已增容', today }));
    const early = await recheckSlip(tx, world.publisher, { id: slip, note: '看过', passed: true, today });
    expect(early.ok ? '' : early.problems[0]?.says.zh).toContain('须先由企业确认');
    got(await sayWhetherSolved(tx, world.member, { id, isSolved: false, note: '还是跳闸' }));
    await reopenSlipOf(tx, id, today);
    await reopenSlipOf(tx, id, today);
    const { rows } = await tx.execute(sql`select state from slip where id = ${slip}`);
    expect(rows).toEqual([{ state: 'answered' }]);
    got(await solveSlip(tx, world.officer, { id: slip, note: '换了变压器', today }));
    got(await sayWhetherSolved(tx, world.member, { id, isSolved: true, note: '' }));
    got(await recheckSlip(tx, world.publisher, { id: slip, note: '企业确认', passed: true, today }));
    expect((await blockerFor(tx, world.member, id))?.blocker).toMatchObject({ state: 'solved', said: 'solved' });
  }));

test('an enterprise that says nothing for a week does not keep a slip open for ever', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aBlocker(tx, world);
    const slip = await takenOn(tx, world, id);
    got(await solveSlip(tx, world.officer, { id: slip, note: '已增容', today }));
    await tx.execute(sql`update blocker set asked_at = now() - interval '9 days'`);
    got(await recheckSlip(tx, world.publisher, { id: slip, note: '电话无人接', passed: true, today }));
  }));

test('a blocker is declined with a reason, or answered; what was only answered and not solved waits again', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const declined = await aBlocker(tx, world);
    const noReason = await declineBlocker(tx, world.leader, { id: declined, note: ' ' });
    expect(noReason).toMatchObject({ ok: false, problems: [{ field: 'note' }] });
    got(await declineBlocker(tx, world.leader, { id: declined, note: '不属于本区职权' }));
    const again = await answerBlocker(tx, world.leader, { id: declined, note: 'x' });
    expect(again).toMatchObject({ problems: [{ says: words.blockerMoved }] });
    const answered = await aBlocker(tx, world);
    got(await answerBlocker(tx, world.publisher, { id: answered, note: '请到一号窗口' }));
    got(await sayWhetherSolved(tx, world.member, { id: answered, isSolved: false, note: '窗口说办不了' }));
    expect((await blockerFor(tx, world.broker, answered))?.blocker).toMatchObject({ state: 'filed' });
    const own = await aBlocker(tx, world);
    got(await withdrawBlocker(tx, world.member, own));
    expect(await blockersFor(tx, world.member, newest)).toMatchObject({ blockers: { length: 3 }, total: 3 });
    for (const stranger of [world.otherMember, world.foreigner])
      expect(await blockersFor(tx, stranger, newest)).toMatchObject({ blockers: [], total: 0 });
  }));

test('the list is filtered, and gone through page by page without leaving one out', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const filed = [await aBlocker(tx, world), await aBlocker(tx, world), await aBlocker(tx, world)];
    await takenOn(tx, world, filed[0] ?? 0);
    const first = await blockersFor(tx, world.officer, { ...newest, limit: 2 });
    const second = await blockersFor(tx, world.officer, { ...newest, limit: 2, after: first.next });
    expect([...first.blockers, ...second.blockers].map(({ id }) => id)).toEqual(filed.toReversed());
    expect(second.next).toBeUndefined();
    const [taken] = second.blockers;
    expect(taken && blockerSheetRow(taken, 'zh')).toMatchObject({
      ...{ organisation: '苏州光学有限公司', kind: '水电气等', state: '办理中', body: '申请了三个月没有答复。' },
      slip: expect.stringMatching(/^DB-/),
    });
    const keys = blockerSheet.columns.map(({ key }) => key);
    expect(taken && Object.keys(blockerSheetRow(taken, 'en')).sort()).toEqual(keys.toSorted());
    for (const filters of [{ state: 'taken' }, { state: 'taken', kind: 'utility', q: '光学' }])
      expect(await blockersFor(tx, world.officer, { ...newest, filters })).toMatchObject({ total: 1 });
    expect(await blockersFor(tx, world.officer, { ...newest, filters: { q: '100%' } })).toMatchObject({ total: 0 });
  }));

const verbs = {
  file: (tx: Tx, world: SlipWorld, who: keyof SlipWorld) =>
    fileBlocker(tx, world[who] as SlipWorld['member'], {
      fields: { organisationId: world.enterprise, kind: 'land', title: 'x', body: 'x' },
      files: [],
    }),
  withdraw: async (tx: Tx, world: SlipWorld, who: keyof SlipWorld) =>
    withdrawBlocker(tx, world[who] as SlipWorld['member'], await idOf(tx)),
  'take on': async (tx: Tx, world: SlipWorld, who: keyof SlipWorld) =>
    takeOnBlocker(tx, world[who] as SlipWorld['member'], {
      ...{ id: await idOf(tx), fields: { difficulty: 'ordinary' }, today },
    }),
  decline: async (tx: Tx, world: SlipWorld, who: keyof SlipWorld) =>
    declineBlocker(tx, world[who] as SlipWorld['member'], { id: await idOf(tx), note: 'x' }),
  answer: async (tx: Tx, world: SlipWorld, who: keyof SlipWorld) =>
    answerBlocker(tx, world[who] as SlipWorld['member'], { id: await idOf(tx), note: 'x' }),
} as const;
async function idOf(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from blocker`);
  return Number(rows[0]?.id);
}
const notMembers = ['publisher', 'leader', 'broker', 'editor', 'officer', 'foreigner', 'otherMember'] as const;
const notStaff = ['editor', 'officer', 'foreigner', 'member', 'otherMember'] as const;
const wrong = [
  ...(['file', 'withdraw'] as const).flatMap((verb) => notMembers.map((who) => [verb, who] as const)),
  ...(['take on', 'decline', 'answer'] as const).flatMap((verb) => notStaff.map((who) => [verb, who] as const)),
];

test.each(wrong)('to %s a blocker is refused to %s, and nothing has changed', (verb, who) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    await aBlocker(tx, world);
    const before = await slipSum(tx);
    expect(await verbs[verb](tx, world, who)).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);
