import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, task, type Owing } from '../../tests/support/owed.ts';
import { draftPlan } from '../../tests/support/plans.ts';
import { publicTasksOf } from './read-public.server.ts';
import { deskTasks } from './read-list.server.ts';
import { taskListFor } from './read-choices.server.ts';
import { assignTasks } from './write-assign.server.ts';

const leads = async (tx: Tx, zone: string) => {
  const { rows } = await tx.execute<{ lead: string | null }>(
    sql`select lead_unit_id as lead from task where zone_code = ${zone} order by id`,
  );
  return rows.map(({ lead }) => Number(lead));
};

test('several tasks go to one unit at once, and each of them or none', () =>
  inRollback(async (tx) => {
    const site = await owed(tx);
    const second = await task(tx, { zone: site.here, title: '出台办法', lead: null });
    const ids = [String(site.task), String(second)];
    expect(await assignTasks(tx, site.publisher, { ids, unit: String(site.units.other) })).toMatchObject({ value: 2 });
    expect(await leads(tx, site.here)).toEqual([site.units.other, site.units.other]);
    const far = await assignTasks(tx, site.publisher, { ids, unit: String(site.units.far) });
    expect(far.ok).toBe(false);
    expect((await assignTasks(tx, site.publisher, { ids: [], unit: '1' })).ok).toBe(false);
  }));

const strangers = ['officer', 'otherOfficer', 'editor', 'broker', 'farPublisher', 'farOfficer'] as const;
test.each(strangers)('the %s assigns nothing, nor does a publisher looking as somebody else', (who) =>
  inRollback(async (tx) => {
    const site = await owed(tx);
    const before = await leads(tx, site.here);
    const asked = { ids: [String(site.task)], unit: String(site.units.other) };
    expect((await assignTasks(tx, site[who], asked)).ok).toBe(false);
    expect(
      (await assignTasks(tx, { ...site.publisher, viewedBy: { accountId: 99, name: 'operator' } }, asked)).ok,
    ).toBe(false);
    expect(await leads(tx, site.here)).toEqual(before);
  }),
);

async function listed(tx: Tx, actor: Owing['publisher'], query = ''): Promise<number[]> {
  const { asked } = await taskListFor(tx, actor, new URLSearchParams(query));
  return (await deskTasks(tx, actor, asked)).tasks.map(({ id }) => id);
}

test('all people of a zone list its tasks, an officer the own unit’s when asked, another zone none', () =>
  inRollback(async (tx) => {
    const site = await owed(tx);
    for (const who of ['publisher', 'leader', 'editor', 'broker', 'otherOfficer'] as const)
      expect(await listed(tx, site[who])).toContain(site.task);
    expect(await listed(tx, site.farPublisher)).not.toContain(site.task);
    expect(await listed(tx, site.helper, 'whose=mine')).toEqual([site.task]);
    expect(await listed(tx, site.otherOfficer, 'whose=mine')).toEqual([]);
  }));

test('the public reads of a plan’s tasks only those that are public, and nobody’s name', () =>
  inRollback(async (tx) => {
    const site = await owed(tx);
    const plan = await draftPlan(tx, {}, site.here);
    await task(tx, { zone: site.here, title: '内部任务', lead: site.units.lead });
    await tx.execute(sql`update task set plan_id = ${plan}, is_public = (id = ${site.task})`);
    const shown = await publicTasksOf(tx, plan);
    expect(shown.map(({ id }) => id)).toEqual([site.task]);
    expect(JSON.stringify(shown)).not.toMatch(/王经办|wang@/);
  }));
