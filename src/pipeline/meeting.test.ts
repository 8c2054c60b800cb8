import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { refreshProjects } from '#projects/write-standing.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { projectIn } from '../../tests/support/projects-standing.ts';
import { here, projectWorld, valueOf } from '../../tests/support/projects.ts';
import { minutesOf } from './minutes.ts';
import { decisionsOf, meetingRow, meetingView, openDecisions } from './read-meeting.server.ts';
import { movedIn } from './read-moved.server.ts';
import { preparationOf } from './read-preparation.server.ts';
import { decide, makeTask, removeDecision } from './write-decision.server.ts';
import { changeMeeting, holdMeeting } from './write-meeting.server.ts';

beforeAll(async () => void (await testDatabase()));

const now = new Date('2026-09-11T04:00:00Z');
const of = (role: Role): Actor => ({ id: 'account:70', accountId: 70, name: 'x', memberships: [{ role, zone: here }] });
const publisher = of('publisher');
const said = { zone: here, heldOn: '2026-09-11', since: '2026-09-04', chair: '张主任', present: '', notes: '' };

async function held(tx: Tx) {
  const world = await projectWorld(tx);
  const project = await projectIn(tx, { zone: here, name: '甲项目', stage: 'negotiating', from: '2025-06-01' });
  await refreshProjects(tx, { today: '2026-09-11' });
  const { id } = valueOf(await holdMeeting(tx, publisher, { ...said, now }));
  const decision = {
    ...{ meeting: id, projectId: project, body: '9 月 30 日前把地定下来', unitId: world.unit },
    ...{ personName: '王明', dueOn: '2026-09-30' },
  };
  return { ...world, project, id, decision };
}

async function kept(tx: Tx): Promise<unknown> {
  const { rows } = await tx.execute(sql`select (select count(*) from project_meeting) as meetings,
    (select count(*) from project_decision) as decisions, (select count(*) from task) as tasks,
    (select max(revision) from project_meeting) as revision`);
  return rows[0];
}

test('what is stuck is kept with its reasons as it stood on that day', () =>
  inRollback(async (tx) => {
    const { id, project } = await held(tx);
    await tx.execute(sql`update project set light = 'green', light_reasons = '[]' where id = ${project}`);
    const row = await meetingRow(tx, publisher, id);
    expect(row?.stuck).toMatchObject([{ id: project, light: 'yellow', days: 267, usual: 180 }]);
    expect(row?.stuck[0]?.reasons).toEqual([{ kind: 'stage', usual: 180, on: '2026-06-16', days: 87 }]);
  }));

test('a decision with a unit and a day is their task; it comes up again until that is done', () =>
  inRollback(async (tx) => {
    const { id, decision, project, unit } = await held(tx);
    valueOf(await decide(tx, publisher, decision));
    const [made] = await decisionsOf(tx, id);
    expect(made).toMatchObject({ project: { id: project }, task: { state: 'planned' } });
    const { rows } = await tx.execute<{ lead_unit_id: string; due_on: string; detail_zh: string }>(
      sql`select lead_unit_id::int, due_on::text, detail_zh from task where id = ${made?.task?.id}`,
    );
    expect(rows).toEqual([{ lead_unit_id: unit, due_on: '2026-09-30', detail_zh: expect.stringContaining('甲项目') }]);
    expect(await openDecisions(tx, here)).toHaveLength(1);
    expect((await removeDecision(tx, publisher, { meeting: id, id: made?.id ?? 0 })).ok).toBe(false);
    expect((await makeTask(tx, publisher, { meeting: id, id: made?.id ?? 0 })).ok).toBe(false);
  }));

test('a broker writes decisions down, and a publisher makes them tasks', () =>
  inRollback(async (tx) => {
    const { id, decision, broker } = await held(tx);
    const made = valueOf(await decide(tx, broker, decision));
    expect((await decisionsOf(tx, id))[0]?.task).toBeUndefined();
    expect((await makeTask(tx, broker, { meeting: id, id: made.id })).ok).toBe(false);
    valueOf(await makeTask(tx, publisher, { meeting: id, id: made.id }));
    expect((await decisionsOf(tx, id))[0]?.task?.state).toBe('planned');
    const open = valueOf(await decide(tx, broker, { ...decision, unitId: null, dueOn: null, projectId: null }));
    expect((await makeTask(tx, publisher, { meeting: id, id: open.id })).ok).toBe(false);
    valueOf(await removeDecision(tx, broker, { meeting: id, id: open.id }));
    expect(await decisionsOf(tx, id)).toHaveLength(1);
  }));

test('nobody else keeps a meeting or decides in it, and nothing has changed', () =>
  inRollback(async (tx) => {
    const { id, decision, strangers, officer } = await held(tx);
    const made = valueOf(await decide(tx, of('broker'), decision));
    const before = await kept(tx);
    for (const actor of [...strangers, officer]) {
      const answers = [
        await holdMeeting(tx, actor, { ...said, heldOn: '2026-09-10', now }),
        await changeMeeting(tx, actor, { id, revision: 1, chair: 'x', present: '', notes: '' }),
        await decide(tx, actor, decision),
        await makeTask(tx, actor, { meeting: id, id: made.id }),
        await removeDecision(tx, actor, { meeting: id, id: made.id }),
      ];
      expect([actor.name, answers.map(({ ok }) => ok)]).toEqual([actor.name, answers.map(() => false)]);
    }
    expect(await kept(tx)).toEqual(before);
  }));

test('another zone’s people find no meeting', () =>
  inRollback(async (tx) => {
    const { id, strangers, officer } = await held(tx);
    expect(await meetingRow(tx, officer, id)).toBeDefined();
    const far = strangers.filter(({ name }) => /other zone|member|visitor/.test(name));
    expect(far).toHaveLength(4);
    for (const actor of far) expect(await meetingRow(tx, actor, id)).toBeUndefined();
  }));

test('what cannot be is refused beside its field', () =>
  inRollback(async (tx) => {
    const { id, decision } = await held(tx);
    const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
      outcome.ok ? 'ok' : outcome.problems?.map(({ field }) => field).join();
    const hold = async (given: object) => fieldsOf(await holdMeeting(tx, publisher, { ...said, ...given, now }));
    expect(await hold({})).toBe('heldOn');
    expect(await hold({ heldOn: '2026-09-12' })).toBe('heldOn');
    expect(await hold({ heldOn: '2026-02-30', since: 'x' })).toBe('heldOn,since');
    expect(await hold({ heldOn: '2026-09-01', since: '2026-09-01' })).toBe('since');
    const decides = async (given: object) => fieldsOf(await decide(tx, publisher, { ...decision, ...given }));
    expect(await decides({ body: ' ' })).toBe('body');
    expect(await decides({ body: 'a\u0000' })).toBe('body');
    expect(await decides({ projectId: 999_999 })).toBe('projectId');
    expect(await decides({ unitId: 999_999 })).toBe('unitId');
    expect(await decides({ dueOn: '2026-09-01' })).toBe('dueOn');
    const stale = await changeMeeting(tx, publisher, { id, revision: 9, chair: 'x', present: '', notes: '' });
    expect(stale.ok).toBe(false);
  }));

test('what moved is what was written down since, whatever day it says', () =>
  inRollback(async (tx) => {
    const { project } = await held(tx);
    await tx.execute(sql`
      insert into project_log (project_id, zone_code, kind, from_value, to_value, happened_on, actor, actor_name, at)
      values (${project}, ${here}, 'status', 'active', 'paused', '2026-03-01', 's', 's', '2026-09-08T02:00:00Z'),
        (${project}, ${here}, 'status', 'paused', 'active', '2026-09-04', 's', 's', '2026-09-04T15:59:00Z')`);
    const moved = await movedIn(tx, { zone: here, since: '2026-09-04', until: '2026-09-11' });
    expect(moved.map(({ moved: lines }) => lines.map(({ to, on }) => [to, on]))).toEqual([[['paused', '2026-03-01']]]);
    const next = await preparationOf(tx, { zone: here, today: '2026-09-18' });
    expect([next.since, next.moved]).toEqual(['2026-09-11', []]);
  }));

test('the minutes hold what was decided, what moved and what is stuck', () =>
  inRollback(async (tx) => {
    const { id, decision } = await held(tx);
    valueOf(await decide(tx, publisher, decision));
    const row = await meetingRow(tx, publisher, id);
    if (!row) throw new Error('no meeting');
    const found = { meeting: await meetingView(tx, row), moved: [], decisions: await decisionsOf(tx, id) };
    for (const lang of ['zh', 'en'] as const) {
      const text = JSON.stringify(minutesOf(found, lang));
      expect(text).toContain('9 月 30 日前把地定下来');
      expect(text).toContain('2026-09-11');
    }
  }));
