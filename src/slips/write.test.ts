import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aSlip, got, monday, slipSum, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { slipFor } from './read.server.ts';
import { raiseByHand } from './write-by-hand.server.ts';
import { instructOnSlip } from './write-instruct.server.ts';
import { answerSlip, assignSlip, planSlip, recheckSlip, solveSlip } from './write.server.ts';

const stands = async (tx: Tx, id: number) => {
  const { rows } = await tx.execute(sql`
    select state, colour, next_due_on::text as due, revision from slip where id = ${id}`);
  return rows[0];
};

test('a slip goes from raised to closed, and somebody else rechecks it', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const { publisher, secondPublisher, officer } = world;
    const id = await aSlip(tx, world, { isAssigned: false });
    expect(await stands(tx, id)).toMatchObject({ state: 'raised', colour: 'blue', due: '2026-09-07' });
    const to = { unitId: world.unitA, personName: '陈科长' };
    got(await assignSlip(tx, publisher, { id, to, today: monday }));
    expect(await stands(tx, id)).toMatchObject({ state: 'assigned', due: '2026-09-10' });
    got(await answerSlip(tx, officer, { id, note: '土地已平整', today: '2026-09-08' }));
    expect(await stands(tx, id)).toMatchObject({ state: 'answered', due: '2026-09-14' });
    got(await solveSlip(tx, publisher, { id, note: '已开工', today: '2026-09-09' }));
    const own = await recheckSlip(tx, publisher, { id, note: '看过了', passed: true, today: '2026-09-09' });
    expect(own).toMatchObject({ problems: [{ says: words.ownRecheck }] });
    got(await recheckSlip(tx, secondPublisher, { id, note: '只打了围挡', passed: false, today: '2026-09-10' }));
    expect(await stands(tx, id)).toMatchObject({ state: 'answered', colour: 'yellow', due: '2026-09-14' });
    got(await solveSlip(tx, officer, { id, note: '桩基施工', today: '2026-09-11' }));
    got(await recheckSlip(tx, publisher, { id, note: '到现场看过', passed: true, today: '2026-09-11' }));
    expect(await stands(tx, id)).toMatchObject({ state: 'closed', due: null });
    const late = await answerSlip(tx, officer, { id, note: 'x', today: '2026-09-12' });
    expect(late).toMatchObject({ problems: [{ says: words.wrongStep }] });
    const view = await slipFor(tx, world.editor, { id, today: '2026-09-30' });
    expect(view?.events.map(({ kind }) => kind)).toContain('recheck-failed');
    expect(view?.may).toEqual([]);
  }));

test('only a hard matter gets a dated plan, once, and within a year', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const plan = { until: '2026-12-31', note: '分三步' };
    const ordinary = await aSlip(tx, world);
    const refused = await planSlip(tx, world.officer, { id: ordinary, plan, today: monday });
    expect(refused).toMatchObject({ problems: [{ says: words.onlyHard }] });
    const hard = await aSlip(tx, world, { difficulty: 'hard' });
    const far = await planSlip(tx, world.officer, { id: hard, plan: { ...plan, until: '2029-01-01' }, today: monday });
    expect(far).toMatchObject({ problems: [{ field: 'until', says: words.planTooFar }] });
    const past = await planSlip(tx, world.officer, { id: hard, plan: { ...plan, until: monday }, today: monday });
    expect(past).toMatchObject({ problems: [{ field: 'until', says: words.planPast }] });
    got(await planSlip(tx, world.officer, { id: hard, plan, today: '2026-09-08' }));
    expect(await stands(tx, hard)).toMatchObject({ due: '2026-12-31' });
    const again = await planSlip(tx, world.officer, { id: hard, plan, today: '2026-09-09' });
    expect(again).toMatchObject({ problems: [{ says: words.plannedBefore }] });
  }));

test('an instruction moves the date and the unit, and the slip shows it', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    const written = { body: '九月底前必须开工，由住建局牵头。', givenOn: monday };
    const nothing = await instructOnSlip(tx, world.leader, { id, written, change: {}, today: monday });
    expect(nothing).toMatchObject({ problems: [{ says: words.nothingChanged }] });
    const change = { until: '2026-09-30', unitId: world.unitB };
    got(await instructOnSlip(tx, world.leader, { id, written, change, today: monday }));
    const view = await slipFor(tx, world.otherOfficer, { id, today: monday });
    expect(view).toMatchObject({ unitId: world.unitB, personName: '', reading: { running: 'answer' } });
    expect(view?.reading.steps[3]).toMatchObject({ dueOn: '2026-09-30' });
    expect(view?.events.at(-1)).toMatchObject({ kind: 'instructed', note: { zh: written.body }, until: '2026-09-30' });
    const onPaper = await instructOnSlip(tx, world.publisher, { id, written, change, today: monday });
    expect(onPaper).toMatchObject({ problems: [{ field: 'leaderName' }, { field: 'file' }] });
  }));

test('who saw the slip before somebody else worked on it is told', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    got(await answerSlip(tx, world.officer, { id, seen: 2, note: '在办', today: monday }));
    const stale = await answerSlip(tx, world.officer, { id, seen: 2, note: '还在办', today: monday });
    expect(stale).toMatchObject({ problems: [{ says: words.stale }] });
  }));

const today = monday;
const steps: Readonly<Record<string, (tx: Tx, world: SlipWorld, who: keyof SlipWorld) => Promise<{ ok: boolean }>>> = {
  raise: (tx, world, who) =>
    raiseByHand(tx, world[who] as SlipWorld['publisher'], {
      fields: { zone: world.here, title: 'x', difficulty: 'ordinary' },
      today,
    }),
  assign: async (tx, world, who) => {
    const id = await slipId(tx);
    return assignSlip(tx, world[who] as SlipWorld['publisher'], { id, to: { unitId: world.unitB }, today });
  },
  answer: async (tx, world, who) =>
    answerSlip(tx, world[who] as SlipWorld['publisher'], { id: await slipId(tx), note: 'x', today }),
  plan: async (tx, world, who) =>
    planSlip(tx, world[who] as SlipWorld['publisher'], {
      id: await slipId(tx),
      plan: { until: '2026-10-30', note: 'x' },
      today,
    }),
  solve: async (tx, world, who) =>
    solveSlip(tx, world[who] as SlipWorld['publisher'], { id: await slipId(tx), note: 'x', today }),
  instruct: async (tx, world, who) =>
    instructOnSlip(tx, world[who] as SlipWorld['publisher'], {
      ...{ id: await slipId(tx), written: { body: 'x', givenOn: monday }, change: { until: '2026-10-30' }, today },
    }),
};
async function slipId(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from slip`);
  return Number(rows[0]?.id);
}
const directors = ['broker', 'editor', 'officer', 'otherOfficer', 'foreigner', 'member'] as const;
const ofUnit = ['broker', 'editor', 'otherOfficer', 'foreigner', 'member'] as const;
const wrong = [
  ...['raise', 'assign', 'instruct'].flatMap((step) => directors.map((who) => [step, who] as const)),
  ...['answer', 'plan', 'solve'].flatMap((step) => ofUnit.map((who) => [step, who] as const)),
];

test.each(wrong)('to %s a slip is refused to %s, and nothing has changed', (step, who) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    await aSlip(tx, world, { difficulty: 'hard' });
    const before = await slipSum(tx);
    expect(await steps[step]?.(tx, world, who)).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);

test.each(['broker', 'editor', 'officer', 'foreigner', 'member'] as const)('a recheck is refused to %s', (who) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    got(await solveSlip(tx, world.officer, { id, note: '已开工', today }));
    const before = await slipSum(tx);
    expect(await recheckSlip(tx, world[who], { id, note: 'x', passed: true, today })).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);

test('a slip of another zone, or a unit of one, is none', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world, { isAssigned: false });
    expect(await slipFor(tx, world.foreigner, { id, today })).toBeUndefined();
    expect(await slipFor(tx, world.member, { id, today })).toBeUndefined();
    const to = { unitId: world.foreignUnit };
    const refused = await assignSlip(tx, world.publisher, { id, to, today });
    expect(refused).toMatchObject({ problems: [{ field: 'unitId', says: words.unitUnknown }] });
  }));
