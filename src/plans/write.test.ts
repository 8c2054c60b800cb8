import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import { viewWords } from '#language/words/view.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import {
  draftPlan,
  goalOf,
  here,
  implementationPlan,
  instructionOf,
  leader,
  planInForce,
  planStrangers,
  publisher,
  there,
  untouched,
} from '../../tests/support/plans.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { adjustPlan } from './write-adjust.server.ts';
import { moveGoal, removeGoal, saveGoal } from './write-goals.server.ts';
import { closePlan, enforcePlan, removePlan, showPlan } from './write-state.server.ts';
import { changePlan, createPlan } from './write.server.ts';

const goal = { parent: '', number: '', titleZh: '新目标', titleEn: '' };

async function everything(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ sum: string }>(sql`select md5(
    (select coalesce(string_agg(plan::text, ',' order by id), '') from plan)
    || (select coalesce(string_agg(goal::text, ',' order by id), '') from goal)
    || (select count(*)::text from plan_adjustment) || (select count(*)::text from plan_version)
    || (select count(*)::text from history)) as sum`);
  return rows[0]?.sum ?? '';
}

const fieldsOf = (outcome: Awaited<ReturnType<typeof createPlan>>) =>
  outcome.ok ? [] : outcome.problems.map(({ field }) => field);

test.each([
  ['endsOn', { endsOn: '2024-02-01' }],
  ['issuedOn', { issuedOn: '2024-02-30' }],
  ['titleZh', { titleZh: ' ' }],
  ['titleZh', { titleZh: 'a\u0000' }],
  ['titleEn', { titleEn: 'x'.repeat(401) }],
  ['document', { document: 'mine' }],
  ['document', { document: '3f0e5c9a-58c6-4a51-9d7e-2a2f6f0a9b10' }],
  ['articleId', { articleId: '12' }],
  [undefined, { version: '9' }],
])('what is wrong is said beside %s: %j', (field, change) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const fields = { ...implementationPlan, ...change };
    expect(fieldsOf(await createPlan(tx, publisher, { zone: here, fields }))).toEqual([field]);
  }),
);

test('a plan comes into force when nothing is missing, and only then may the public read it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const plan = await draftPlan(tx, { issuerZh: '', issuedOn: '', titleEn: '' });
    expect(fieldsOf(await enforcePlan(tx, leader, plan))).toEqual([
      'issuerZh',
      'issuedOn',
      'document',
      'goals',
      'parts',
    ]);
    expect(await showPlan(tx, leader, { id: plan, isPublic: true })).toMatchObject({ ok: false });
    await tx.execute(sql`update plan set state = 'in-force' where id = ${plan}`);
    expect(fieldsOf(await showPlan(tx, leader, { id: plan, isPublic: true }))).toEqual(['titleEn']);
  }));

test('goals are numbered as documents number them, stand three levels deep, and keep their order', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const plan = await draftPlan(tx);
    const first = await goalOf(tx, plan, { titleZh: '甲' });
    const second = await goalOf(tx, plan, { titleZh: '乙' });
    const beneath = await goalOf(tx, plan, { titleZh: '乙之一', parent: String(second) });
    const deepest = await goalOf(tx, plan, { titleZh: '乙之一之一', parent: String(beneath) });
    const save = (id: number | undefined, parent: number) =>
      saveGoal(tx, publisher, {
        ...{ plan, fields: { ...goal, parent: String(parent) }, adjustment: untouched },
        ...(id !== undefined && { goal: id }),
      });
    expect(await save(undefined, deepest)).toMatchObject({ problems: [{ says: words.tooDeep }] });
    expect(await save(second, beneath)).toMatchObject({ problems: [{ says: words.beneathItself }] });
    expect(await save(second, first)).toMatchObject({ problems: [{ says: words.tooDeep }] });
    expect(await removeGoal(tx, publisher, { plan, goal: second, adjustment: untouched })).toMatchObject({ ok: false });
    expect((await moveGoal(tx, publisher, { plan, goal: second, to: 'up' })).ok).toBe(true);
    const { rows } = await tx.execute(
      sql`select number from goal where plan_id = ${plan} and parent_id is null order by position, id`,
    );
    expect(rows).toEqual([{ number: '二' }, { number: '一' }]);
  }));

test('in force, a goal changes by an instruction and for a reason, or not at all; several by one are one version', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { plan, goal: id } = await planInForce(tx);
    const foreign = await instructionOf(tx, there);
    const change = (titleZh: string, adjustment: { instruction: string; reason: string }) =>
      saveGoal(tx, leader, { plan, goal: id, fields: { ...goal, number: '一', titleZh }, adjustment });
    const why = { instruction: String(await instructionOf(tx)), reason: '年中评估后上调' };
    const before = await everything(tx);
    expect(await change('甲', untouched)).toMatchObject({ problems: [{ field: 'instruction' }, { field: 'reason' }] });
    expect(await change('甲', { ...why, instruction: String(foreign) })).toMatchObject({
      problems: [{ field: 'instruction', says: words.noInstruction }],
    });
    expect(await everything(tx)).toBe(before);
    expect((await change('甲', why)).ok).toBe(true);
    expect((await change('乙', why)).ok).toBe(true);
    const { rows } = await tx.execute(sql`select version, leader_name as leader,
      (select snapshot -> 'goals' -> 0 ->> 'nameZh' from plan_version v
        where v.plan_id = a.plan_id and v.version = 1 and audience = 'zone') as goal from plan_adjustment a`);
    expect(rows).toEqual([{ version: 2, leader: '张某', goal: '做强产业集群' }]);
    expect(await adjustPlan(tx, leader, { plan, ...why, reason: '再次上调' })).toMatchObject({ value: { version: 3 } });
  }));

test('what is not public of a plan is in no version that the public reads', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { plan } = await planInForce(tx);
    const instruction = String(await instructionOf(tx));
    expect((await adjustPlan(tx, leader, { plan, instruction, reason: '调整' })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select audience, jsonb_array_length(snapshot -> 'tasks') as tasks
      from plan_version where plan_id = ${plan} order by audience`);
    expect(rows).toEqual([
      { audience: 'public', tasks: 0 },
      { audience: 'zone', tasks: 1 },
    ]);
  }));

test('whoever saves over a change they have not seen is told', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await draftPlan(tx);
    const save = (titleZh: string) =>
      changePlan(tx, publisher, { id, revision: 1, fields: { ...implementationPlan, titleZh }, adjustment: untouched });
    expect((await save('甲')).ok).toBe(true);
    expect(await save('乙')).toMatchObject({ problems: [{ says: words.changedMeanwhile }] });
  }));

test('a closed plan stays as it is', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { plan } = await planInForce(tx);
    expect(await closePlan(tx, leader, { id: plan, reason: '' })).toMatchObject({ problems: [{ field: 'reason' }] });
    expect((await closePlan(tx, leader, { id: plan, reason: '期满' })).ok).toBe(true);
    expect(await saveGoal(tx, leader, { plan, fields: goal, adjustment: untouched })).toMatchObject({
      problems: [{ says: words.isClosed }],
    });
    expect(await removePlan(tx, leader, plan)).toMatchObject({ problems: [{ says: words.onlyDraftGoes }] });
  }));

test.each(planStrangers)('%s changes nothing of a plan', (_, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const { plan, goal: id } = await planInForce(tx);
    const adjustment = { instruction: String(await instructionOf(tx)), reason: '调整' };
    const before = await everything(tx);
    const tried = [
      await createPlan(tx, actor, { zone: here, fields: implementationPlan }),
      await changePlan(tx, actor, { id: plan, revision: 1, fields: implementationPlan, adjustment }),
      await saveGoal(tx, actor, { plan, fields: goal, adjustment }),
      await removeGoal(tx, actor, { plan, goal: id, adjustment }),
      await moveGoal(tx, actor, { plan, goal: id, to: 'up' }),
      await adjustPlan(tx, actor, { plan, ...adjustment }),
      await enforcePlan(tx, actor, plan),
      await closePlan(tx, actor, { id: plan, reason: '期满' }),
      await showPlan(tx, actor, { id: plan, isPublic: true }),
      await removePlan(tx, actor, plan),
    ];
    expect(tried.map(({ ok }) => ok)).not.toContain(true);
    expect(await everything(tx)).toBe(before);
  }),
);

test('through the eyes of somebody who keeps plans, nothing is changed', async () => {
  const database = await testDatabase();
  const looking = { ...publisher, viewedBy: { accountId: 9, name: 'operator' } };
  const outcome = await database.allOrNothing(looking, (tx) =>
    createPlan(tx, looking, { zone: here, fields: implementationPlan }),
  );
  expect(outcome).toMatchObject({ ok: false, problems: [{ says: viewWords.onlyLooking }] });
});
