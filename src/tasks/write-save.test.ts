import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { owed, type Owing } from '../../tests/support/owed.ts';
import { contentOf, lockTask } from './read-row.server.ts';
import type { TaskInput } from './task.ts';
import { saveTask } from './write-save.server.ts';

async function now(tx: Tx, site: Owing) {
  const locked = await lockTask(tx, site.leader, site.task);
  if (!locked.ok) throw new Error('no task');
  return { content: contentOf(locked.value), revision: locked.value.row.revision };
}

async function inPlan(tx: Tx, site: Owing, state: string): Promise<number> {
  const { rows } = await tx.execute<{
    id: string;
  }>(sql`insert into plan (zone_code, state, title_zh, begins_on, ends_on)
    values (${site.here}, ${state}, '三年行动方案', '2026-01-01', '2028-12-31') returning id`);
  const plan = Number(rows[0]?.id);
  await tx.execute(sql`update task set plan_id = ${plan} where id = ${site.task}`);
  return plan;
}

const instruction = async (tx: Tx, zone: string): Promise<string> => {
  const { rows } = await tx.execute<{
    id: string;
  }>(sql`insert into instruction (zone_code, leader_name, body, given_on, recorded_by)
    values (${zone}, '李书记', '延期一个月。', '2026-05-01', 'x') returning id`);
  return String(rows[0]?.id);
};

const change = (tx: Tx, site: Owing, { differs, ...more }: { differs: Partial<TaskInput>; adjustment?: Adjustment }) =>
  now(tx, site).then(({ content, revision }) =>
    saveTask(tx, site.publisher, { id: site.task, revision, content: { ...content, ...differs }, ...more }),
  );
interface Adjustment {
  readonly instruction: string;
  readonly reason: string;
}

describe('a task is saved', () => {
  test('by who keeps it; its milestones keep who they are', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { content } = await now(tx, site);
      const [first, second] = content.milestones;
      const milestones = [
        ...(second ? [{ ...second, weight: 4 }] : []),
        { id: null, titleZh: '验收', titleEn: '', dueOn: '2026-06-30', weight: 2 },
        ...(first ? [first] : []),
      ];
      expect((await change(tx, site, { differs: { milestones, leadUnitId: site.units.other } })).ok).toBe(true);
      const { content: after, revision } = await now(tx, site);
      expect(revision).toBe(2);
      expect(
        after.milestones.map(({ id, titleZh, weight }) => [id === site.second || id === site.first, titleZh, weight]),
      ).toEqual([
        [true, '揭牌', 4],
        [false, '验收', 2],
        [true, '完成选址', 1],
      ]);
      expect(after.leadUnitId).toBe(site.units.other);
      const { rows } = await tx.execute(sql`select kind from task_step`);
      expect(rows).toEqual([{ kind: 'assign' }]);
    });
  });

  test('not over what somebody else changed meanwhile', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { content, revision } = await now(tx, site);
      const save = (titleZh: string) =>
        saveTask(tx, site.leader, { id: site.task, revision, content: { ...content, titleZh } });
      expect((await save('甲')).ok).toBe(true);
      const second = await save('乙');
      expect(second.ok || second.problems.map(({ field }) => field)).toEqual(['revision']);
      expect((await now(tx, site)).content.titleZh).toBe('甲');
    });
  });

  test('saving what stands there already changes nothing', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      expect((await change(tx, site, { differs: {} })).ok).toBe(true);
      expect((await now(tx, site)).revision).toBe(1);
    });
  });

  test('what was reached stays', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await tx.execute(sql`update milestone set done_on = '2026-04-01' where id = ${site.first}`);
      const { content } = await now(tx, site);
      const without = content.milestones.filter(({ id }) => id !== site.first);
      const later = content.milestones.map((one) => (one.id === site.first ? { ...one, dueOn: '2026-05-15' } : one));
      for (const milestones of [without, later]) {
        const saved = await change(tx, site, { differs: { milestones } });
        expect(saved.ok || saved.problems[0]?.field).toBe('milestones');
      }
    });
  });

  test.each(['officer', 'helper', 'editor', 'broker', 'farPublisher'] as const)('and not by %s', async (who) => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const { content, revision } = await now(tx, site);
      const input = { id: site.task, revision, content: { ...content, titleZh: '别的' } };
      expect((await saveTask(tx, site[who], input)).ok).toBe(false);
      expect((await now(tx, site)).content).toEqual(content);
    });
  });
});

describe('a task of a plan in force', () => {
  test('moves its date by an instruction and with a reason, and the plan keeps what it said', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const plan = await inPlan(tx, site, 'in-force');
      const differs = { dueOn: '2026-07-31' };
      expect((await change(tx, site, { differs })).ok).toBe(false);
      const given = { instruction: await instruction(tx, site.there), reason: '用地批复延后' };
      expect((await change(tx, site, { differs, adjustment: given })).ok).toBe(false);
      const adjustment = { ...given, instruction: await instruction(tx, site.here) };
      expect((await change(tx, site, { differs, adjustment: { ...adjustment, reason: '' } })).ok).toBe(false);
      expect((await change(tx, site, { differs, adjustment })).ok).toBe(true);
      const { rows } = await tx.execute(sql`select what, from_day::text, to_day::text, note,
        (select version from plan where id = ${plan}) as version,
        (select snapshot->'tasks'->0->>'dueOn' from plan_version where plan_id = ${plan} and audience = 'zone') as "was"
        from task_step where kind = 'adjust'`);
      expect(rows).toEqual([
        {
          ...{ what: 'dueOn', from_day: '2026-06-30', to_day: '2026-07-31', note: '用地批复延后' },
          ...{ version: 2, was: '2026-06-30' },
        },
      ]);
    });
  });

  test('changes freely what the plan does not say', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      const plan = await inPlan(tx, site, 'in-force');
      expect((await change(tx, site, { differs: { personName: '李经办', detailZh: '细化' } })).ok).toBe(true);
      const { rows } = await tx.execute(sql`select version from plan where id = ${plan}`);
      expect(rows).toEqual([{ version: 1 }]);
    });
  });

  test('a draft changes freely', async () => {
    await inRollback(async (tx) => {
      const site = await owed(tx);
      await inPlan(tx, site, 'draft');
      expect((await change(tx, site, { differs: { dueOn: '2026-07-31' } })).ok).toBe(true);
    });
  });
});
