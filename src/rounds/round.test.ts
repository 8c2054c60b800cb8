import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, type Owing } from '../../tests/support/owed.ts';
import { digestOf } from './digest.ts';
import { knownOf } from './read-known.server.ts';
import { roundRow, roundSheet, roundSheetRow } from './list.ts';
import { roundsFor } from './read-list.server.ts';
import { roundOf } from './read.server.ts';
import { isLate } from './round.ts';
import { handIn, saveDraft, sendBack } from './write-answer.server.ts';
import { remindBlocks } from './write-remind.server.ts';
import { askBlocks, setRoundState } from './write.server.ts';

const today = '2026-06-10';
const latest = { filters: {}, sort: { key: 'due', descending: true }, columns: [] };
const asking = ({ here, units }: Owing) => ({
  ...{ zone: here, titleZh: '二季度推进情况', titleEn: '', questionZh: '最大的堵点是什么？', questionEn: '' },
  ...{ dueOn: '2026-06-16', units: [units.lead, units.beside] },
});

async function asked(tx: Tx) {
  const at = await owed(tx);
  const outcome = await askBlocks(tx, at.publisher, { asks: asking(at), today });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return { ...at, id: outcome.value };
}
const answer = (id: number, unit: number, more: { body?: string; revision?: number } = {}) => ({
  ...{ round: id, unit, body: '用地指标还差 20 亩。', revision: 1 },
  ...more,
});
const stateOf = async (tx: Tx, at: Owing & { id: number }, unit: number) =>
  (await roundOf(tx, at.publisher, at.id))?.answers.find((one) => one.unit === unit);

test('a block saves, hands in, gets back and hands in again; what is known is frozen with it', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    const unit = at.units.lead;
    expect(await saveDraft(tx, at.officer, answer(at.id, unit))).toMatchObject({ ok: true });
    expect(await stateOf(tx, at, unit)).toMatchObject({ state: 'draft', known: null });
    expect(await handIn(tx, at.officer, { writes: answer(at.id, unit, { revision: 2 }), today })).toMatchObject({
      ok: true,
    });
    await tx.execute(sql`update task set title_zh = '改了名' where id = ${at.task}`);
    const frozen = await stateOf(tx, at, unit);
    expect(frozen).toMatchObject({ state: 'handed-in', handedInOn: today, handedInName: 'officer' });
    expect(frozen?.known?.tasks.map(({ title }) => title.zh)).toEqual(['建成概念验证中心']);
    expect(await saveDraft(tx, at.officer, answer(at.id, unit, { revision: 3 }))).toMatchObject({ ok: false });
    expect(await sendBack(tx, at.leader, { round: at.id, unit, comment: '请写明地块' })).toMatchObject({ ok: true });
    expect(await stateOf(tx, at, unit)).toMatchObject({ state: 'sent-back', comment: '请写明地块' });
    expect(
      await handIn(tx, at.officer, { writes: answer(at.id, unit, { revision: 4 }), today: '2026-06-17' }),
    ).toMatchObject({
      ok: true,
    });
    expect((await stateOf(tx, at, unit))?.known?.tasks[0]?.title.zh).toBe('改了名');
  }));

test('a task of two blocks is known of both, and a block without records is known of nothing', () =>
  inRollback(async (tx) => {
    const { units } = await owed(tx);
    const known = await knownOf(tx, [units.lead, units.beside, units.other], today);
    expect([...known.values()].map(({ tasks }) => tasks.length)).toEqual([1, 1, 0]);
  }));

test('who saves over what another of the unit has changed is told', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    await saveDraft(tx, at.officer, answer(at.id, at.units.lead));
    const stale = await saveDraft(tx, at.officer, answer(at.id, at.units.lead, { body: '别的' }));
    expect(stale).toMatchObject({ ok: false, problems: [{ field: 'revision' }] });
  }));

test('a round goes out with who has not reported, and the list says when it is late', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    await handIn(tx, at.officer, { writes: answer(at.id, at.units.lead), today });
    const [round] = (await roundsFor(tx, at.editor, { ...latest, filters: { q: '堵点', state: 'open' } })).rounds;
    if (!round) throw new Error('no round');
    expect(roundSheetRow(round, 'zh')).toMatchObject({
      asked: '2',
      received: '1',
      missing: expect.stringMatching(/^[^、]+$/),
    });
    const keys = roundSheet.columns.map(({ key }) => key);
    expect(Object.keys(roundSheetRow(round, 'zh'))).toEqual(expect.arrayContaining(keys));
    expect(roundRow(round, { lang: 'zh', today: '2099-01-01' }).cells['came']).toEqual({
      text: '1/2 ▲ 逾期',
      tone: 'red',
    });
    expect(await roundsFor(tx, at.editor, { ...latest, filters: { state: 'closed' } })).toMatchObject({ total: 0 });
  }));

describe('who may not', () => {
  test.each(['officer', 'editor', 'broker', 'farPublisher'] as const)(
    'the %s asks no blocks and closes no round',
    (who) =>
      inRollback(async (tx) => {
        const at = await asked(tx);
        expect(await askBlocks(tx, at[who], { asks: asking(at), today })).toMatchObject({ ok: false });
        expect(await setRoundState(tx, at[who], { id: at.id, state: 'closed' })).toMatchObject({ ok: false });
        expect((await roundsFor(tx, at.publisher, latest)).rounds).toMatchObject([
          { state: 'open', asked: 2, came: 0 },
        ]);
      }),
  );

  test.each(['helper', 'otherOfficer', 'editor', 'broker', 'farOfficer', 'farPublisher'] as const)(
    'the %s writes nothing for the other block and sends nothing back',
    (who) =>
      inRollback(async (tx) => {
        const at = await asked(tx);
        const unit = at.units.lead;
        expect(await saveDraft(tx, at[who], answer(at.id, unit))).toMatchObject({ ok: false });
        expect(await handIn(tx, at[who], { writes: answer(at.id, unit), today })).toMatchObject({ ok: false });
        await handIn(tx, at.officer, { writes: answer(at.id, unit), today });
        expect(await sendBack(tx, at[who], { round: at.id, unit, comment: 'x' })).toMatchObject({ ok: false });
        expect(await stateOf(tx, at, unit)).toMatchObject({ state: 'handed-in', handedInName: 'officer' });
      }),
  );

  test('another zone sees no round, nor gets one in a file', () =>
    inRollback(async (tx) => {
      const at = await asked(tx);
      expect(await roundOf(tx, at.farPublisher, at.id)).toBeUndefined();
      expect(await roundsFor(tx, at.farPublisher, latest)).toMatchObject({ rounds: [], total: 0 });
    }));

  test('units of another zone, a day that is over and an empty question are refused', () =>
    inRollback(async (tx) => {
      const at = await owed(tx);
      for (const wrong of [{ units: [at.units.far] }, { units: [] }, { dueOn: '2026-06-09' }, { questionZh: ' ' }])
        expect(await askBlocks(tx, at.publisher, { asks: { ...asking(at), ...wrong }, today })).toMatchObject({
          ok: false,
        });
    }));

  test('nothing is handed in to a closed round', () =>
    inRollback(async (tx) => {
      const at = await asked(tx);
      await setRoundState(tx, at.leader, { id: at.id, state: 'closed' });
      expect(await handIn(tx, at.officer, { writes: answer(at.id, at.units.lead), today })).toMatchObject({
        ok: false,
      });
    }));
});

test.each([
  [{ state: 'handed-in', handedInOn: '2026-06-16' }, '2026-07-01', false],
  [{ state: 'handed-in', handedInOn: '2026-06-17' }, '2026-07-01', true],
  [{ state: 'draft', handedInOn: null }, '2026-06-16', false],
  [{ state: 'owed', handedInOn: null }, '2026-06-17', true],
  [{ state: 'sent-back', handedInOn: '2026-06-10' }, '2026-06-17', true],
] as const)('%j on %s is late: %s', (one, day, expected) => {
  expect(isLate(one, { dueOn: '2026-06-16', today: day })).toBe(expected);
});

test('blocks that have not handed in hear of it the day before and on the day, once each', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    await handIn(tx, at.helper, { writes: answer(at.id, at.units.beside), today });
    const days = ['2026-06-12', '2026-06-13', '2026-06-15', '2026-06-15', '2026-06-16', '2026-06-16', '2026-06-17'];
    const told: number[] = [];
    for (const day of days) told.push(await remindBlocks(tx, day));
    expect(told).toEqual([0, 0, 1, 0, 1, 0, 0]);
  }));

test('the digest has every block that handed in, says who has not, and compares in one table', () =>
  inRollback(async (tx) => {
    const at = await asked(tx);
    await handIn(tx, at.helper, { writes: answer(at.id, at.units.beside), today });
    const round = await roundOf(tx, at.publisher, at.id);
    if (!round) throw new Error('no round');
    const answers = round.answers.map((one) => ({ ...one, isLate: false }));
    const { title, body } = digestOf(round, answers, { lang: 'zh', today });
    expect(title).toBe('二季度推进情况书面交流材料汇编');
    expect(body).toContain('未报送：科技局。');
    expect(body).toContain('用地指标还差 20 亩。');
    expect(body).toContainEqual(
      expect.objectContaining({
        table: expect.objectContaining({
          rows: [
            ['在办任务', '1'],
            ['任务：未亮灯', '1'],
            ['任务平均进度', '0%'],
            ['投资项目', '0'],
          ],
        }),
      }),
    );
  }));
