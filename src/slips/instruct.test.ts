import { expect, test } from 'vitest';
import { instructionWords } from '#language/words/instructions.ts';
import { slipWords } from '#language/words/slips.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aTask, got, monday, slipSum, slipWorld } from '../../tests/support/slips.ts';
import { instructionList, instructionSheet, instructionSheetRow } from './instruction-list.ts';
import { instructionsFor } from './read-instructions.server.ts';
import { slipsOf } from './read-of.server.ts';
import { giveInstruction } from './write-instruct.server.ts';

const newest = { filters: {}, sort: { key: 'given', descending: true }, columns: [] };
const written = { body: '请住建局牵头，月底前拿出方案。', givenOn: monday };

test('a leader instructs in the own name; what came of it stands in the list', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const task = await aTask(tx, world.here, { light: 'green' });
    const about = { kind: 'task' as const, id: task };
    const starts = { title: '三号变电站方案', difficulty: 'hard', unitId: world.unitB, until: '2026-09-30' };
    const instruction = { ...written, zone: world.here, about };
    const given = got(await giveInstruction(tx, world.leader, { instruction, starts, today: monday }));
    const [slip] = await slipsOf(tx, { kind: 'instruction', id: given.id });
    expect(slip).toMatchObject({ title: { zh: '三号变电站方案' }, state: 'assigned', nextDueOn: '2026-09-10' });
    const { instructions } = await instructionsFor(tx, world.officer, newest);
    expect(instructions).toMatchObject([
      { leaderName: '李书记', about: { id: task }, outcomes: [{ kind: 'slip-started', id: slip?.id }] },
    ]);
    const again = await giveInstruction(tx, world.leader, { instruction, starts, today: monday });
    expect(again).toMatchObject({ problems: [{ says: slipWords.isOpenAlready }] });
    expect((await instructionsFor(tx, world.foreigner, newest)).instructions).toEqual([]);
  }));

test('instructions of one day go out page by page, filtered, each with what it is about and what came of it', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const task = await aTask(tx, world.here, { light: 'none' });
    const starts = {
      title: '三号变电站方案',
      difficulty: 'ordinary',
      unitId: world.unitA,
      personName: '',
      until: null,
    };
    for (const about of [{ kind: 'task', id: task } as const, null, null]) {
      const instruction = { ...written, zone: world.here, about };
      await giveInstruction(tx, world.leader, { instruction, ...(about && { starts }), today: monday });
    }
    const first = await instructionsFor(tx, world.editor, { ...newest, limit: 2 });
    const second = await instructionsFor(tx, world.editor, { ...newest, limit: 2, after: first.next });
    expect([first.total, first.instructions.length, second.instructions.length, second.next]).toEqual([
      3,
      2,
      1,
      undefined,
    ]);
    const [about] = second.instructions;
    expect(about && instructionSheetRow(about, 'en')).toMatchObject({
      ...{ leader: '李书记', given: monday, about: expect.stringMatching(/^Task: /), paper: 'no' },
      outcomes: expect.stringMatching(/^slip started: DB-\d{8}-\d{3} 三号变电站方案 \(/),
    });
    const keys = instructionSheet.columns.map(({ key }) => key);
    expect(about && Object.keys(instructionSheetRow(about, 'zh')).sort()).toEqual(keys.toSorted());
    for (const filters of [{ about: 'task' }, { about: 'task', q: '住建局', from: monday }])
      expect(await instructionsFor(tx, world.editor, { ...newest, filters })).toMatchObject({ total: 1 });
    expect(await instructionsFor(tx, world.editor, { ...newest, filters: { from: '2026-09-08' } })).toMatchObject({
      total: 0,
    });
    expect(instructionList([]).filters.map(({ key }) => key)).not.toContain('zone');
  }));

test('a publisher writes down whose it was, with the paper it was given on', () =>
  inRollback(async (tx) => {
    const { publisher, here } = await slipWorld(tx);
    const instruction = { ...written, zone: here, about: null };
    expect(await giveInstruction(tx, publisher, { instruction, today: monday })).toMatchObject({
      problems: [{ says: instructionWords.whoGave }, { says: instructionWords.paperNeeded }],
    });
  }));

test('about a record of another zone nothing is instructed', () =>
  inRollback(async (tx) => {
    const { leader, here, there } = await slipWorld(tx);
    const task = await aTask(tx, there, { light: 'green' });
    const instruction = { ...written, zone: here, about: { kind: 'task' as const, id: task } };
    const refused = await giveInstruction(tx, leader, { instruction, today: monday });
    expect(refused).toMatchObject({ problems: [{ field: 'about', says: slipWords.noSuchRecord }] });
  }));

test.each(['broker', 'editor', 'officer', 'foreigner', 'member'] as const)('%s instructs nothing', (who) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const before = await slipSum(tx);
    const instruction = { ...written, zone: world.here, about: null };
    expect(await giveInstruction(tx, world[who], { instruction, today: monday })).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);
