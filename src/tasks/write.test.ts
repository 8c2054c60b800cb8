import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, type Owing } from '../../tests/support/owed.ts';
import type { NewTask } from './task.ts';
import { addNeed, removeNeed } from './write-needs.server.ts';
import { refreshTasks } from './write-standing.server.ts';
import { createTask } from './write.server.ts';

const count = async (tx: Tx): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from task`);
  return rows[0]?.count ?? -1;
};

async function plan(tx: Tx, zone: string, state = 'draft'): Promise<number> {
  const { rows } = await tx.execute<{
    id: string;
  }>(sql`insert into plan (zone_code, state, title_zh, begins_on, ends_on)
    values (${zone}, ${state}, '三年行动方案', '2026-01-01', '2028-12-31') returning id`);
  return Number(rows[0]?.id);
}

function good({ here, units }: Owing): NewTask {
  return {
    ...{ zone: here, number: '7', titleZh: '引进 10 家检测机构', beginsOn: '2026-03-02', dueOn: '2099-12-31' },
    ...{ leadUnitId: units.lead, coUnits: [units.beside, units.lead], personName: '王经办' },
    milestones: [
      { titleZh: '完成选址', dueOn: '2026-06-30', weight: 3 },
      { titleZh: '签约 5 家', dueOn: '2027-06-30' },
    ],
  };
}

const made = async (tx: Tx, actor: Actor, input: NewTask): Promise<number> => {
  const outcome = await createTask(tx, actor, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.id;
};

describe('a new task', () => {
  test('is kept with its units, its milestones in order, and stands at once', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const id = await made(tx, site.publisher, { ...good(site), planId: await plan(tx, site.here) });
      const { rows } = await tx.execute(sql`select state, light, percent, standing_on is not null as stands,
        (select array_agg(title_zh order by position) from milestone where task_id = task.id) as steps,
        (select array_agg(unit_id::int) from task_unit where task_id = task.id) as beside from task where id = ${id}`);
      expect(rows).toEqual([
        {
          ...{ state: 'planned', light: 'yellow', percent: 0, stands: true },
          ...{ steps: ['完成选址', '签约 5 家'], beside: [site.units.beside] },
        },
      ]);
    });
  });

  test('is told to the officers of its units', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await made(tx, site.publisher, good(site));
      const { rows } = await tx.execute<{ id: number }>(sql`select account_id::int as id from notification order by 1`);
      expect(rows.map(({ id }) => id)).toEqual([site.officer.accountId, site.helper.accountId]);
    });
  });

  test.each(['officer', 'helper', 'editor', 'broker', 'farPublisher'] as const)('is not for %s to add', async (who) => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const before = await count(tx);
      expect((await createTask(tx, site[who], good(site))).ok).toBe(false);
      const looking = { ...site.publisher, viewedBy: { accountId: 1, name: 'x' } };
      expect((await createTask(tx, looking, good(site))).ok).toBe(false);
      expect(await count(tx)).toBe(before);
    });
  });

  test.each<[string, (site: Owing, other: number) => object]>([
    ['titleZh', () => ({ titleZh: ' ' })],
    ['titleZh', () => ({ titleZh: 'a\u0000b' })],
    ['dueOn', () => ({ dueOn: '2026-02-30' })],
    ['dueOn', () => ({ dueOn: '2026-03-01', milestones: [] })],
    ['milestones', () => ({ milestones: [{ titleZh: '太早', dueOn: '2026-03-01' }] })],
    ['milestones', () => ({ milestones: [{ titleZh: '无', dueOn: '2026-04-01', weight: 0 }] })],
    ['milestones', () => ({ milestones: [{ id: 999_999, titleZh: '别人的', dueOn: '2026-04-01' }] })],
    ['personEmail', () => ({ personEmail: 'nobody' })],
    ['leadUnitId', ({ units }) => ({ leadUnitId: units.far })],
    ['coUnits', ({ units }) => ({ coUnits: [units.far] })],
    ['personAccountId', ({ farOfficer }) => ({ personAccountId: farOfficer.accountId })],
    ['planId', (_, other) => ({ planId: other })],
    ['goalId', () => ({ goalId: 1 })],
    ['needs', () => ({ needs: [999_999] })],
    ['instructionId', () => ({ instructionId: 999_999 })],
  ])('is refused in words beside %s', async (field, wrong) => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const other = await plan(tx, site.there);
      const outcome = await createTask(tx, site.publisher, { ...good(site), ...wrong(site, other) } as NewTask);
      expect(outcome.ok || outcome.problems.map((problem) => problem.field)).toEqual([field]);
    });
  });

  test('does not take a number its plan has already', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const input = { ...good(site), planId: await plan(tx, site.here) };
      await made(tx, site.leader, input);
      const again = await createTask(tx, site.leader, input);
      expect(again.ok || again.problems.map(({ field }) => field)).toEqual(['number']);
    });
  });
});

test('a plan in force takes a new task by an instruction and with a reason', async () => {
  await inRollback(async (tx) => {
    const site = await owed(tx);
    const input = { ...good(site), planId: await plan(tx, site.here, 'in-force') };
    const before = await count(tx);
    const refused = await createTask(tx, site.leader, input);
    expect(refused.ok || refused.problems.map(({ field }) => field)).toEqual(['instruction', 'reason']);
    expect(await count(tx)).toBe(before);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into instruction (zone_code, leader_name, body, given_on, recorded_by)
      values (${site.here}, '李书记', '增加此项。', '2026-05-01', 'x') returning id`);
    const adjustment = { instruction: String(rows[0]?.id), reason: '会议要求' };
    expect((await createTask(tx, site.leader, { ...input, adjustment })).ok).toBe(true);
  });
});

describe('a task that waits for another', () => {
  test('may not wait in a circle, and is told which', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const one = await made(tx, site.publisher, { ...good(site), titleZh: '甲' });
      const two = await made(tx, site.publisher, { ...good(site), titleZh: '乙', needs: [one] });
      const three = await made(tx, site.publisher, { ...good(site), titleZh: '丙', needs: [two] });
      const circle = await addNeed(tx, site.publisher, { id: one, needs: three });
      expect(circle.ok || circle.problems[0]?.says.zh).toContain('甲 → 丙 → 乙 → 甲');
      expect((await addNeed(tx, site.publisher, { id: one, needs: one })).ok).toBe(false);
      expect((await removeNeed(tx, site.publisher, { id: three, needs: two })).ok).toBe(true);
      expect((await addNeed(tx, site.publisher, { id: one, needs: three })).ok).toBe(true);
    });
  });

  test.each(['officer', 'editor', 'farPublisher'] as const)('is not for %s to say', async (who) => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const one = await made(tx, site.publisher, good(site));
      expect((await addNeed(tx, site[who], { id: one, needs: site.task })).ok).toBe(false);
      const { rows } = await tx.execute(sql`select from task_dependency`);
      expect(rows).toHaveLength(0);
    });
  });
});

test('all that is open is computed anew for a day, a zone of 5,000 in a few statements', async () => {
  await inRollback(async (tx) => {
    const { here, units } = await owed(tx);
    await tx.execute(sql`insert into task (zone_code, title_zh, lead_unit_id, begins_on, due_on, state, done_on, rechecked_by)
      select ${here}, '任务', ${units.lead}, '2026-01-01', date '2026-01-01' + place % 900,
        case when place % 10 = 0 then 'done' else 'under-way' end, '2026-02-01', 'x' from generate_series(1, 5000) as place`);
    await tx.execute(sql`insert into milestone (task_id, zone_code, title_zh, due_on, done_on)
      select id, zone_code, '节点', begins_on + (due_on - begins_on) * place / 4, case when place = 1 then due_on end
      from task, generate_series(1, 4) as place where title_zh = '任务'`);
    expect(await refreshTasks(tx, { today: '2027-03-01' })).toBe(4501);
    const { rows } = await tx.execute(sql`select light, count(*)::int, min(percent) as percent from task
      where title_zh = '任务' and state = 'under-way' group by light order by light`);
    expect(rows).toMatchObject([{ light: 'blue' }, { light: 'red' }, { light: 'yellow' }]);
    expect(rows.every(({ percent }) => percent === 25)).toBe(true);
  });
});
