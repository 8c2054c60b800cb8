import { expect, test } from 'vitest';
import { instructionWords } from '#language/words/instructions.ts';
import { slipWords } from '#language/words/slips.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aTask, got, monday, slipSum, slipWorld } from '../../tests/support/slips.ts';
import { instructionsFor } from './read-instructions.server.ts';
import { slipsOf } from './read-of.server.ts';
import { giveInstruction } from './write-instruct.server.ts';

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
    const { instructions } = await instructionsFor(tx, world.officer, { q: '', after: undefined });
    expect(instructions).toMatchObject([
      { leaderName: '李书记', about: { id: task }, outcomes: [{ kind: 'slip-started', id: slip?.id }] },
    ]);
    const again = await giveInstruction(tx, world.leader, { instruction, starts, today: monday });
    expect(again).toMatchObject({ problems: [{ says: slipWords.isOpenAlready }] });
    expect((await instructionsFor(tx, world.foreigner, { q: '', after: undefined })).instructions).toEqual([]);
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
