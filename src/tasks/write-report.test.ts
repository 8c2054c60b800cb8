import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, type Owing } from '../../tests/support/owed.ts';
import type { ReportInput } from './report.ts';
import { reportOnTask } from './write-report.server.ts';

const today = '2026-04-10';
const said = (task: number, more: Partial<ReportInput> = {}): ReportInput => ({
  ...{ task, body: '选址已定，正在办理手续。', ticked: [], evidence: [] },
  ...more,
});
const atDesk = (actor: Actor) => ({ actor, via: 'desk', today }) as const;

async function stands(tx: Tx, task: number) {
  const { rows } = await tx.execute(sql`select state, reported_on::text as "reportedOn",
    (select count(*)::int from report where task_id = task.id) as reports,
    (select count(*)::int from milestone where task_id = task.id and done_on is not null) as ticked,
    (select count(*)::int from task_evidence where task_id = task.id) as evidence from task where id = ${task}`);
  return rows[0];
}
const untouched = { state: 'planned', reportedOn: null, reports: 0, ticked: 0, evidence: 0 };

test.each(['officer', 'helper', 'publisher', 'leader'] as const)('the %s reports in one sentence', (who) =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    const ticked = [{ milestone: at.first, doneOn: '2026-04-08' }];
    const evidence = [{ title: '选址批复', address: 'https://www.example.org/a' }];
    const outcome = await reportOnTask(tx, atDesk(at[who]), said(at.task, { ticked, evidence }));
    expect(outcome).toMatchObject({ ok: true, value: { ticked: 1 } });
    expect(await stands(tx, at.task)).toEqual({
      ...{ state: 'under-way', reportedOn: today, reports: 1, ticked: 1, evidence: 1 },
    });
  }),
);

test.each(['editor', 'broker', 'otherOfficer', 'farPublisher', 'farOfficer'] as const)(
  'the %s is refused and nothing changes',
  (who) =>
    inRollback(async (tx) => {
      const at = await owed(tx);
      const outcome = await reportOnTask(tx, atDesk(at[who]), said(at.task));
      expect(outcome.ok).toBe(false);
      const isFar = who.startsWith('far');
      expect(JSON.stringify(outcome).includes('没有这项任务')).toBe(isFar);
      expect(await stands(tx, at.task)).toEqual(untouched);
    }),
);

test('nobody reports through the eyes of another', () =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    const seen = { ...at.officer, viewedBy: { accountId: 1, name: 'operator' } };
    expect(await reportOnTask(tx, atDesk(seen), said(at.task))).toMatchObject({ ok: false });
    expect(await stands(tx, at.task)).toEqual(untouched);
  }));

const wrong: Readonly<Record<string, (at: Owing, foreign: number) => Partial<ReportInput>>> = {
  'nothing said': () => ({ body: ' ' }),
  'too much said': () => ({ body: '长'.repeat(501) }),
  'a NUL': () => ({ body: '选\0址' }),
  'a day to come': ({ first }) => ({ ticked: [{ milestone: first, doneOn: '2026-04-11' }] }),
  'no day': ({ first }) => ({ ticked: [{ milestone: first, doneOn: '2026-02-30' }] }),
  'a milestone of another task': (_, foreign) => ({ ticked: [{ milestone: foreign, doneOn: today }] }),
  'an address that runs script': () => ({ evidence: [{ title: '', address: 'javascript:alert(1)' }] }),
  'a file that is none': () => ({ evidence: [{ title: '', fileId: '00000000-0000-4000-8000-000000000000' }] }),
};

test.each(Object.entries(wrong))('%s is refused in words', (_, make) =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    const other = await owedMilestone(tx, at);
    const outcome = await reportOnTask(tx, atDesk(at.officer), said(at.task, make(at, other)));
    expect(outcome.ok).toBe(false);
    expect((await stands(tx, at.task))?.['ticked']).toBe(0);
  }),
);

async function owedMilestone(tx: Tx, { here, units }: Owing): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`with other as (
      insert into task (zone_code, title_zh, lead_unit_id, begins_on, due_on)
      values (${here}, '另一项', ${units.lead}, '2026-01-01', '2026-12-31') returning id)
    insert into milestone (task_id, zone_code, title_zh, due_on) select id, ${here}, '节点', '2026-05-01' from other returning id`);
  return Number(rows[0]?.id);
}

test('what was ticked before keeps its day, and a form sent twice is one report', () =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    const ticked = (doneOn: string) => said(at.task, { ticked: [{ milestone: at.first, doneOn }] });
    await reportOnTask(tx, atDesk(at.officer), ticked('2026-04-08'));
    await reportOnTask(tx, atDesk(at.officer), ticked('2026-04-09'));
    const { rows } = await tx.execute(sql`select done_on::text as day from milestone where id = ${at.first}`);
    expect(rows).toEqual([{ day: '2026-04-08' }]);
    expect(await stands(tx, at.task)).toMatchObject({ reports: 1, ticked: 1 });
  }));

test('the percentage follows at once', () =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    await reportOnTask(tx, atDesk(at.officer), said(at.task, { ticked: [{ milestone: at.first, doneOn: today }] }));
    const { rows } = await tx.execute(
      sql`select percent, light, standing_on::text as day from task where id = ${at.task}`,
    );
    expect(rows).toEqual([{ percent: 50, light: 'green', day: today }]);
  }));

test('what is done or cancelled takes no more reports', () =>
  inRollback(async (tx) => {
    const at = await owed(tx);
    await tx.execute(sql`update task set state = 'done', done_on = '2026-04-01', done_asked_by = 'account:1',
      rechecked_by = 'account:2' where id = ${at.task}`);
    expect(await reportOnTask(tx, atDesk(at.officer), said(at.task))).toMatchObject({ ok: false });
  }));
