import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { aTask, got, monday, slipWorld } from '../../tests/support/slips.ts';
import { slipsOf } from './read-of.server.ts';
import { slipFor } from './read.server.ts';
import { slipDocument } from './slip-document.ts';
import { lineOfEvent } from './telling.ts';
import { instructOnSlip } from './write-instruct.server.ts';
import { raiseSlips } from './write-nightly.server.ts';

const hasChinese = (text: string) => /\p{Script=Han}/u.test(text);

test('what a rule raises reads in both languages, on its page, in what is told and as a document', () =>
  inRollback(async (tx) => {
    const { here, publisher } = await slipWorld(tx);
    const task = await aTask(tx, here, { light: 'red' });
    await tx.execute(sql`update task set title_en = 'Start of the coating line' where id = ${task}`);
    await raiseSlips(tx, monday);
    const [line] = await slipsOf(tx, { kind: 'task', id: task });
    expect(line?.title).toEqual({ zh: '开工建设三号变电站', en: 'Start of the coating line' });
    const slip = await slipFor(tx, publisher, { id: line?.id ?? 0, today: monday });
    if (!slip) throw new Error('the slip is not shown');
    expect(slip.demand.zh).toContain('已逾期');
    expect(slip.demand.en).toMatch(/^The task or one of its milestones is overdue/);
    const zone = { zh: '高新区', en: 'High-tech Zone' };
    const english = JSON.stringify(slipDocument(slip, { zone, today: monday, lang: 'en' }));
    expect(hasChinese(english)).toBe(false);
    expect(JSON.stringify(slipDocument(slip, { zone, today: monday, lang: 'zh' }))).toContain('督办通知单');
    expect(lineOfEvent({ kind: 'coloured', note: 'red' }, line?.title ?? zone)?.en).toBe(
      'Slip has turned red, it is overdue: Start of the coating line',
    );
  }));

test('what a leader demands instead stands in both as it was written', () =>
  inRollback(async (tx) => {
    const { here, leader } = await slipWorld(tx);
    const task = await aTask(tx, here, { light: 'red' });
    await raiseSlips(tx, monday);
    const [{ id } = { id: 0 }] = await slipsOf(tx, { kind: 'task', id: task });
    const written = { body: '本月底前完成。', givenOn: monday };
    got(await instructOnSlip(tx, leader, { id, today: monday, written, change: { demand: '每周一报进度' } }));
    const slip = await slipFor(tx, leader, { id, today: monday });
    expect(slip?.demand).toEqual({ zh: '每周一报进度', en: '每周一报进度' });
  }));
