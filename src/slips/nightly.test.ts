import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { refreshProjects } from '#projects/write-standing.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aSlip, aTask, got, monday, slipWorld } from '../../tests/support/slips.ts';
import { slipsOf } from './read-of.server.ts';
import { raiseSlips } from './write-nightly.server.ts';
import { refreshSlips } from './write-refresh.server.ts';
import { answerSlip, recheckSlip, solveSlip } from './write.server.ts';

const eventsOf = async (tx: Tx, id: number) => {
  const { rows } = await tx.execute<{ said: string }>(sql`
    select kind || ' ' || note as said from slip_event where slip_id = ${id} order by id`);
  return rows.map(({ said }) => said.trim());
};

test('a task that turns red raises one slip for its unit, at once assigned, and not a second one', () =>
  inRollback(async (tx) => {
    const { here, unitA } = await slipWorld(tx);
    const task = await aTask(tx, here, { light: 'red', unitId: unitA });
    const free = await aTask(tx, here, { light: 'yellow', title: '无主任务' });
    await aTask(tx, here, { light: 'green', title: '正常' });
    const raised = await raiseSlips(tx, monday);
    expect(raised.map(({ reference }) => reference)).toEqual(['DB-20260907-001', 'DB-20260907-002']);
    const [slip] = await slipsOf(tx, { kind: 'task', id: task });
    expect(slip).toMatchObject({ state: 'assigned', colour: 'blue', nextDueOn: '2026-09-10' });
    expect(await slipsOf(tx, { kind: 'task', id: free })).toMatchObject([{ state: 'raised' }]);
    expect(await raiseSlips(tx, monday)).toEqual([]);
    expect(await raiseSlips(tx, '2026-09-08')).toEqual([]);
  }));

test('a task that is blue for a week raises one; a break begins anew', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    const task = await aTask(tx, here, { light: 'blue' });
    const turn = (light: string) => tx.execute(sql`update task set light = ${light} where id = ${task}`);
    expect(await raiseSlips(tx, '2026-09-01')).toEqual([]);
    await turn('green');
    expect(await raiseSlips(tx, '2026-09-04')).toEqual([]);
    await turn('blue');
    expect(await raiseSlips(tx, '2026-09-07')).toEqual([]);
    expect(await raiseSlips(tx, '2026-09-13')).toEqual([]);
    expect(await raiseSlips(tx, '2026-09-14')).toHaveLength(1);
  }));

test('an indicator that is red, or whose value is late, raises one; one that is new owes nothing yet', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    const made = async (key: string, since: string, light = 'none') => {
      const { rows } = await tx.execute<{ id: string }>(sql`
        insert into indicator (zone_code, key, name_zh, period, accumulation, light, created_at)
        values (${here}, ${key}, ${key}, 'month', 'point', ${light}, ${since}) returning id`);
      return Number(rows[0]?.id);
    };
    const late = await made('late', '2026-01-01');
    await made('fresh', '2026-09-01');
    const red = await made('red', '2026-09-01', 'red');
    const entered = await made('entered', '2026-01-01');
    await tx.execute(sql`insert into observation (indicator_id, zone_code, period_end, value, state, source_zh, actor, actor_name)
      values (${entered}, ${here}, '2026-07-31', 1, 'final', '统计局', 'x', 'x')`);
    expect(await raiseSlips(tx, monday)).toHaveLength(2);
    expect(await slipsOf(tx, { kind: 'indicator', id: late })).toHaveLength(1);
    expect(await slipsOf(tx, { kind: 'indicator', id: red })).toHaveLength(1);
    // The value of August is owed by 15 September.
    expect(await raiseSlips(tx, '2026-09-16')).toHaveLength(1);
  }));

test('a project that has stood too long raises one, one that is paused or in time does not', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    await tx.execute(sql`insert into project (zone_code, reference, name_zh, stage, stage_since, status, status_reason) values
      (${here}, 'PJ-1', '久签未开', 'signed', '2026-01-01', 'active', ''),
      (${here}, 'PJ-2', '暂停', 'signed', '2026-01-01', 'paused', '等土地'),
      (${here}, 'PJ-3', '新签', 'signed', '2026-09-01', 'active', '')`);
    expect(await raiseSlips(tx, monday)).toHaveLength(1);
    const { rows } = await tx.execute(sql`select title, cause from slip`);
    expect(rows).toEqual([{ title: '久签未开', cause: 'project' }]);
  }));

test('a project whose permit is late raises one, which names the permit', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    await tx.execute(sql`insert into project (zone_code, reference, name_zh, stage, stage_since, status) values
      (${here}, 'PJ-1', '办证', 'approval', '2026-09-01', 'active')`);
    await tx.execute(sql`insert into project_permit (project_id, zone_code, step_id, days, applied_on)
      select project.id, zone_code, permit_step.id, 3, '2026-09-01' from project, permit_step where place = 1`);
    await refreshProjects(tx, { today: '2026-09-04' });
    expect(await raiseSlips(tx, '2026-09-04')).toHaveLength(0);
    await refreshProjects(tx, { today: monday });
    expect(await raiseSlips(tx, monday)).toHaveLength(1);
    const { rows } = await tx.execute(sql`select demand from slip`);
    expect(rows).toEqual([{ demand: expect.stringContaining('“立项备案”应于 2026-09-04 办结') }]);
  }));

test('an unanswered slip turns yellow, an overdue one red; each turn is kept and told once', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    const jobs = async () => {
      const { rows } = await tx.execute<{ count: number }>(
        sql`select count(*)::int as count from pgboss.job_common where name = 'tell-slip'`,
      );
      return rows[0]?.count ?? 0;
    };
    const before = await jobs();
    expect(await refreshSlips(tx, { today: '2026-09-10' })).toBe(0);
    expect(await refreshSlips(tx, { today: '2026-09-11' })).toBe(1);
    expect(await refreshSlips(tx, { today: '2026-09-11' })).toBe(0);
    expect(await refreshSlips(tx, { today: '2026-09-15' })).toBe(1);
    expect((await eventsOf(tx, id)).slice(-2)).toEqual(['coloured yellow', 'coloured red']);
    expect((await jobs()) - before).toBe(2);
  }));

test('for a week after it was closed the same cause raises no other', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const task = await aTask(tx, world.here, { light: 'red', unitId: world.unitA });
    await raiseSlips(tx, monday);
    const [slip] = await slipsOf(tx, { kind: 'task', id: task });
    const id = slip?.id ?? 0;
    got(await answerSlip(tx, world.officer, { id, note: '在办', today: monday }));
    got(await solveSlip(tx, world.officer, { id, note: '已开工', today: monday }));
    got(await recheckSlip(tx, world.publisher, { id, note: '看过', passed: true, today: monday }));
    await tx.execute(sql`update slip set updated_at = '2026-09-07 10:00+08'`);
    expect(await raiseSlips(tx, '2026-09-10')).toEqual([]);
    expect(await raiseSlips(tx, '2026-09-14')).toHaveLength(1);
  }));
