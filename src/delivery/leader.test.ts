import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { officialCalendar } from '#calendar/workdays.ts';
import type { Tx } from '#platform/database.server.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import { refreshTasks } from '#tasks/write-standing.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aSlip, aTask, got, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { isWorkingWeek } from './brief-letter.ts';
import { briefZones } from './read-brief.server.ts';
import { leaderFacts, leaderZones } from './read-leader.server.ts';
import { recordsPage } from './read-records.server.ts';
import { recordsOf } from './records.ts';
import { briefOf, weekOfYear } from './weekly-brief.ts';
import { mailBrief, wishBriefs } from './write-brief.server.ts';

const today = '2026-09-07';
const zoneOf = (value: string) => ({ value, label: { zh: '本区', en: 'Here' } });
const factsOf = (tx: Tx, zone: string) => leaderFacts(tx, zoneOf(zone), today);
const totals = (heaps: readonly { of: string; total: number }[]) =>
  Object.fromEntries(heaps.filter(({ total }) => total > 0).map(({ of, total }) => [of, total]));

test('a task whose date has passed is counted under its light, its unit and among the new lights', () =>
  inRollback(async (tx) => {
    const { here, there, unitA, unitB } = await slipWorld(tx);
    const id = await aTask(tx, here, { light: 'green', unitId: unitA });
    await tx.execute(sql`insert into task_unit (task_id, unit_id, zone_code) values (${id}, ${unitB}, ${here})`);
    await aTask(tx, there, { light: 'red' });
    await refreshTasks(tx, { today });
    const { tasks, changed } = await factsOf(tx, here);
    expect(tasks).toMatchObject({ open: 1, done: 0, standingOn: today, lights: { red: 1, green: 0 } });
    expect(new Map(tasks.units.map((unit) => [unit.id, unit.total]))).toEqual(
      new Map([
        [unitA, 1],
        [unitB, 1],
      ]),
    );
    const [lights] = changed.filter(({ of }) => of === 'lights');
    expect(lights).toMatchObject({ total: 1, first: [{ record: 'task', id, was: 'green', now: 'red' }] });
  }));

test('a light that turned back within the week is no news', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    const id = await aTask(tx, here, { light: 'green' });
    await tx.execute(sql`update task set light = 'red' where id = ${id}`);
    expect(totals((await factsOf(tx, here)).changed)).toEqual({ lights: 1 });
    await tx.execute(sql`update task set light = 'green' where id = ${id}`);
    expect(totals((await factsOf(tx, here)).changed)).toEqual({});
  }));

async function aWeek(tx: Tx, world: SlipWorld): Promise<void> {
  const { here, enterprise } = world;
  await aSlip(tx, world, { today });
  const task = await aTask(tx, here, { light: 'yellow' });
  await tx.execute(
    sql`update task set state = 'under-way', done_asked_at = now(), done_asked_by = 'account:1' where id = ${task}`,
  );
  await tx.execute(sql`insert into report (task_id, zone_code, body, via, reported_on, actor, actor_name)
    values (${task}, ${here}, '桩基完成', 'desk', ${today}, 'account:1', '陈科长')`);
  await tx.execute(sql`insert into milestone (task_id, zone_code, title_zh, due_on, done_on)
    values (${task}, ${here}, '桩基', ${today}, ${today})`);
  await tx.execute(sql`insert into indicator (zone_code, key, name_zh, period, accumulation, light, owed_on, owed_by)
    values (${here}, 'output', '产值', 'month', 'cumulative', 'red', '2026-07-31', '2026-08-15')`);
  await tx.execute(sql`insert into observation (indicator_id, zone_code, period_end, value, state, source_zh, actor, actor_name)
    select id, zone_code, '2026-06-30', 12.5, 'final', '统计局', 'a', 'a' from indicator where key = 'output'`);
  await tx.execute(sql`insert into blocker (zone_code, organisation_id, kind, title, body, filed_by, filer_name)
    values (${here}, ${enterprise}, 'land', '用地', '迟迟未批', 'a', '林总')`);
  await tx.execute(sql`insert into instruction (zone_code, leader_name, body, given_on, about_kind, about_record, recorded_by)
    values (${here}, '李书记', '提前到十月', ${today}, 'task', ${task}, 'a')`);
  await tx.execute(sql`insert into project (zone_code, reference, name_zh, stage, stage_since, light, light_reasons, agreed, counts_on, counts_as)
    values (${here}, 'PJ-1', '光学', 'signed', '2026-01-01', 'red', '[{"kind":"stage"}]', 5e8, '2026-01-01', 'formal'),
      (${here}, 'PJ-2', '光学二期', 'signed', '2026-01-01', 'green', '[]', 1e8, null, null)`);
  await tx.execute(
    sql`update project set counts_with = (select id from project where reference = 'PJ-1') where reference = 'PJ-2'`,
  );
}

test('everything that happened or waits is counted once, and its list shows just that', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    await aWeek(tx, world);
    const facts = await factsOf(tx, world.here);
    expect(totals(facts.changed)).toEqual({ milestones: 1, reports: 1, observations: 1, raised: 1 });
    expect(totals(facts.waiting)).toEqual({ recheck: 1, blockers: 1, instructions: 1, gates: 1, values: 1 });
    for (const of of recordsOf) {
      const { lines } = await recordsPage(tx, of, { zone: world.here, today, since: facts.since });
      const heap = [...facts.changed, ...facts.waiting].find((one) => one.of === of);
      expect([of, lines.length]).toEqual([of, heap?.total ?? 1]);
    }
    expect(facts.improvements).toMatchObject([
      { key: '', total: 1, lights: { red: 1 }, indicators: [{ values: [12.5] }] },
    ]);
    expect(facts.slips.filter(({ count }) => count > 0)).toMatchObject([
      { colour: 'blue', oldest: { raisedOn: today } },
    ]);
  }));

test('a project counts once from its signing on, its extension adds its money, and the list says the same', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    await aWeek(tx, world);
    const { stages } = await factsOf(tx, world.here);
    expect(stages.find(({ stage }) => stage === 'signed')).toMatchObject({
      count: 1,
      agreed: 6e8,
      lights: { red: 1, green: 1 },
    });
    const filters = { zone: world.here, stage: 'signed', status: 'live', count: 'once' };
    const sort = { key: 'updated', isDescending: true };
    const asked = { filters, sort, columns: [], after: undefined } as unknown as Parameters<typeof deskProjects>[2];
    expect((await deskProjects(tx, world.leader, asked)).projects).toHaveLength(1);
  }));

test('all people of a zone see its page, and nobody else', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const seen = async (actor: Actor) => (await leaderZones(tx, actor)).map(({ value }) => value);
    for (const actor of [world.publisher, world.leader, world.broker, world.editor, world.officer])
      expect(await seen(actor)).toEqual([world.here]);
    expect(await seen(world.foreigner)).toEqual([world.there]);
    expect(await seen(world.member)).toEqual([]);
  }));

test('the brief goes to leaders who want it, once, and to nobody who no longer leads', () =>
  inRollback(async (tx) => {
    const { here, there, leader, publisher } = await slipWorld(tx);
    const mail = () => mailBrief(tx, { zone: zoneOf(here), today, origin: 'https://example.org' });
    expect(await mail()).toBe(0);
    expect(await wishBriefs(tx, publisher, [here])).toMatchObject({ ok: false });
    expect(await wishBriefs(tx, leader, [there])).toMatchObject({ ok: false });
    expect(await wishBriefs(tx, { ...leader, viewedBy: { accountId: 1, name: 'x' } }, [here])).toMatchObject({
      ok: false,
    });
    got(await wishBriefs(tx, leader, [here]));
    expect(await briefZones(tx, leader.accountId ?? 0)).toEqual([here]);
    expect(await mail()).toBe(1);
    expect(await mail()).toBe(0);
    await tx.execute(sql`update brief_reader set sent_on = null`);
    await tx.execute(sql`delete from membership where account_id = ${leader.accountId}`);
    expect(await mail()).toBe(0);
    got(await wishBriefs(tx, leader, []));
    expect(await briefZones(tx, leader.accountId ?? 0)).toEqual([]);
  }));

test('the brief names what waits, in both languages', () =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    await aWeek(tx, world);
    const facts = await factsOf(tx, world.here);
    expect(briefOf(facts, 'zh').body).toContain('报完成、待复核的任务：1 项：开工建设三号变电站');
    expect(briefOf(facts, 'en').body).toContain('Blockers nobody answered: 1: 用地');
  }));

test('a week of holidays has no brief, and weeks are counted as calendars do', () => {
  expect(isWorkingWeek(officialCalendar, '2026-09-07')).toBe(true);
  const days = ['07', '08', '09', '10', '11'].map((day) => `2026-09-${day}`);
  expect(isWorkingWeek({ off: new Set(days), worked: new Set() }, '2026-09-07')).toBe(false);
  expect([weekOfYear('2026-01-01'), weekOfYear('2026-12-31'), weekOfYear('2027-01-01')]).toEqual([1, 53, 53]);
});

test('what came with the program says so on the page, in its lists and in the brief', () =>
  inRollback(async (tx) => {
    const { here } = await slipWorld(tx);
    const id = await aTask(tx, here, { light: 'green' });
    await tx.execute(sql`update task set sample = true, light = 'red' where id = ${id}`);
    const facts = await factsOf(tx, here);
    const [line] = facts.changed.find(({ of }) => of === 'lights')?.first ?? [];
    expect(line?.name.zh).toMatch(/（示例）$/);
    const { lines } = await recordsPage(tx, 'lights', { zone: here, today, since: facts.since });
    expect(lines.map(({ name }) => name.en.endsWith(' (sample)'))).toEqual([true]);
    expect(briefOf(facts, 'zh').body.join('\n')).toContain('（示例）');
  }));
