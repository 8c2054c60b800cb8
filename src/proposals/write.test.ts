import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { proposalWords as words } from '#language/words/proposals.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import {
  draftPlan,
  instructionOf,
  leader,
  planStrangers,
  publisher,
  unitOf,
  untouched,
} from '../../tests/support/plans.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { openProposals } from './read.server.ts';
import { acceptProposals, declineProposals, editProposal } from './write.server.ts';
import { proposeFromSheet, proposeFromText } from './write-reading.server.ts';

const text = `二、主要目标
到2026年，打造2个千亿级产业集群：电子信息、装备制造，规上工业总产值达到3500亿元。
三、重点任务
（一）做强主导产业
1. 建设中试基地。2026年6月底前建成投用。（责任单位：区科技局）`;

async function read(tx: Tx) {
  await twoZones(tx);
  const unit = await unitOf(tx, '科技局');
  const plan = await draftPlan(tx);
  const outcome = await proposeFromText(tx, publisher, { plan, name: '方案.docx', text, origin: 'document' });
  const { proposals } = await openProposals(tx, plan);
  return { plan, unit, outcome, proposals, ids: proposals.map(({ id }) => id) };
}

async function everything(tx: Tx): Promise<unknown> {
  const { rows } = await tx.execute(sql`select
    (select string_agg(proposal::text, ',' order by id) from proposal) as proposals,
    (select count(*) from goal) as goals, (select count(*) from indicator) as indicators,
    (select count(*) from cluster) as clusters, (select count(*) from task) as tasks,
    (select count(*) from history) as deeds`);
  return rows;
}

test('what was accepted is a record of its noun, beneath its goal, and keeps its sentence', () =>
  inRollback(async (tx) => {
    const { plan, unit, outcome, proposals, ids } = await read(tx);
    expect(outcome).toMatchObject({ ok: true, value: { found: 5 } });
    expect(proposals.map(({ kind }) => kind)).toEqual(['cluster', 'cluster', 'indicator', 'goal', 'task']);
    const accepted = await acceptProposals(tx, publisher, { plan, ids, adjustment: untouched });
    expect(accepted).toMatchObject({ ok: true, value: { accepted: 5, refused: [] } });
    const { rows } = await tx.execute(sql`select task.title_zh as title, due_on::text as due, lead_unit_id::int as unit,
      goal.title_zh as goal, detail_zh like '建设中试基地%' as sentence,
      (select definition_zh like '到2026年%' from indicator where plan_id = ${plan}) as "of indicator",
      (select value::int from indicator_target) as target,
      (select array_agg(tier::text) from cluster where plan_id = ${plan}) as tiers
      from task join goal on goal.id = goal_id where task.plan_id = ${plan}`);
    expect(rows).toEqual([
      {
        ...{ title: '建设中试基地', due: '2026-06-30', unit, goal: '做强主导产业', sentence: true },
        ...{ 'of indicator': true, target: 3500, tiers: ['thousand-yi', 'thousand-yi'] },
      },
    ]);
    expect((await openProposals(tx, plan)).total).toBe(0);
  }));

test('a person puts a proposal right before accepting it, and one that is wrong does not keep the others out', () =>
  inRollback(async (tx) => {
    const { plan, proposals, ids } = await read(tx);
    const one = proposals.find(({ kind }) => kind === 'indicator');
    const asked = { plan, id: one?.id ?? 0, revision: 1 };
    const wrong = await editProposal(tx, publisher, { ...asked, fields: { ...one?.fields, value: '很多' } });
    expect(wrong.ok).toBe(true);
    expect(await editProposal(tx, publisher, { ...asked, fields: one?.fields ?? {} })).toMatchObject({
      problems: [{ says: words.changedMeanwhile }],
    });
    expect(await editProposal(tx, publisher, { ...asked, revision: 2, fields: { other: '' } })).toMatchObject({
      ok: false,
    });
    const accepted = await acceptProposals(tx, publisher, { plan, ids, adjustment: untouched });
    expect(accepted).toMatchObject({
      value: { accepted: 4, refused: [{ id: asked.id, problems: [{ field: 'value' }] }] },
    });
  }));

const english = `II. Key tasks
By 2026, high-tech enterprises will exceed 800 enterprises.
(I) Strengthen the leading industries
1. Build the pilot base. Complete the pilot base by June 2026 (lead: Science Bureau).`;

test('what a document says in English is in the English fields, and is a record once somebody has said it in Chinese', () =>
  inRollback(async (tx) => {
    const { plan, unit } = await read(tx);
    await tx.execute(sql`update unit set name_en = 'Science Bureau' where id = ${unit}`);
    await tx.execute(sql`delete from proposal where plan_id = ${plan}`);
    await proposeFromText(tx, publisher, { plan, name: 'plan.docx', text: english, origin: 'document' });
    const { proposals } = await openProposals(tx, plan);
    expect(proposals.map(({ lang, fields }) => ({ lang, ...fields }))).toMatchObject([
      { lang: 'en', nameZh: '', nameEn: 'high-tech enterprises', measureZh: '', measureEn: 'enterprises' },
      { lang: 'en', titleZh: '', titleEn: 'Strengthen the leading industries' },
      { lang: 'en', titleZh: '', titleEn: 'Build the pilot base', lead: String(unit) },
    ]);
    const ids = proposals.map(({ id }) => id);
    const tooSoon = await acceptProposals(tx, publisher, { plan, ids, adjustment: untouched });
    expect(tooSoon.ok ? [] : tooSoon.problems).toEqual([
      { field: 'nameZh', says: words.needsChinese['nameZh'] },
      { field: 'measureZh', says: words.needsChinese['measureZh'] },
      { field: 'titleZh', says: words.needsChinese['titleZh'] },
      { field: 'titleZh', says: words.needsChinese['titleZh'] },
    ]);
    const chinese = [
      { nameZh: '高新技术企业数', measureZh: '家' },
      { titleZh: '做强主导产业' },
      { titleZh: '建设中试基地' },
    ];
    for (const [at, { id, fields }] of proposals.entries())
      await editProposal(tx, publisher, { plan, id, revision: 1, fields: { ...fields, ...chinese[at] } });
    expect((await acceptProposals(tx, publisher, { plan, ids, adjustment: untouched })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select task.title_zh as zh, task.title_en as en, detail_zh as detail,
      detail_en like '%by June 2026%' as told, goal.title_en as goal,
      (select measure_zh || measure_en || definition_zh from indicator where plan_id = ${plan}) as indicator
      from task join goal on goal.id = goal_id where task.plan_id = ${plan}`);
    expect(rows).toEqual([
      {
        ...{ zh: '建设中试基地', en: 'Build the pilot base', detail: '', told: true },
        ...{ goal: 'Strengthen the leading industries', indicator: '家enterprises' },
      },
    ]);
  }));

test('a plan in force takes on more only by an instruction', () =>
  inRollback(async (tx) => {
    const { plan, ids } = await read(tx);
    await tx.execute(sql`update plan set state = 'in-force' where id = ${plan}`);
    const refusedOnes = await acceptProposals(tx, leader, { plan, ids, adjustment: untouched });
    expect(refusedOnes).toMatchObject({ problems: [{ field: 'instruction' }, { field: 'reason' }] });
    const adjustment = { instruction: String(await instructionOf(tx)), reason: '增补任务' };
    expect((await acceptProposals(tx, leader, { plan, ids, adjustment })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select version from plan where id = ${plan}`);
    expect(rows).toEqual([{ version: 2 }]);
  }));

test('a task list becomes proposals, a text that says nothing does not, and what was declined is gone', () =>
  inRollback(async (tx) => {
    const { plan, ids } = await read(tx);
    const rows = [
      ['序号', '重点任务', '责任单位'],
      ['1', '建成中试基地', '科技局'],
    ];
    const sheets = [{ name: '清单', rows, merges: [], hidden: [] }];
    expect((await proposeFromSheet(tx, publisher, { plan, name: '清单.xlsx', sheets })).ok).toBe(true);
    const nothing = { plan, name: '', text: '今天天气很好。', origin: 'text' as const };
    expect(await proposeFromText(tx, publisher, nothing)).toMatchObject({ problems: [{ field: 'text' }] });
    expect(await declineProposals(tx, publisher, { plan, ids })).toMatchObject({ value: { declined: ids.length } });
    expect((await openProposals(tx, plan)).total).toBe(1);
    expect((await declineProposals(tx, publisher, { plan, ids })).ok).toBe(false);
  }));

test('tasks of a list keep its numbers, each only once in a plan, and helping units are chosen by hand', () =>
  inRollback(async (tx) => {
    const { plan, unit, ids } = await read(tx);
    await declineProposals(tx, publisher, { plan, ids });
    const other = await unitOf(tx, '招商局');
    const rows = [
      ['序号', '重点任务', '责任单位', '完成时限'],
      ['1', '建成中试基地', '科技局', '2026年6月'],
      ['2', '引进链主企业', '招商局', '2026年9月'],
      ['2', '出台人才政策', '科技局', '2026年9月'],
    ];
    const sheets = [{ name: '清单', rows, merges: [], hidden: [] }];
    await proposeFromSheet(tx, publisher, { plan, name: '清单.xlsx', sheets });
    const { proposals } = await openProposals(tx, plan);
    expect(proposals.map(({ fields }) => fields['number'])).toEqual(['1', '2', '']);
    const [first] = proposals;
    const fields = { ...first?.fields, co: `${unit} ${other}` };
    await editProposal(tx, publisher, { plan, id: first?.id ?? 0, revision: 1, fields });
    const all = proposals.map(({ id }) => id);
    expect((await acceptProposals(tx, publisher, { plan, ids: all, adjustment: untouched })).ok).toBe(true);
    const { rows: made } = await tx.execute(sql`select number, (select array_agg(unit_id::int) from task_unit
      where task_id = task.id) as helping from task where plan_id = ${plan} order by id`);
    expect(made).toEqual([
      { number: '1', helping: [other] },
      { number: '2', helping: null },
      { number: '', helping: null },
    ]);
    await proposeFromSheet(tx, publisher, { plan, name: '清单.xlsx', sheets });
    const again = await openProposals(tx, plan);
    expect(again.proposals.map((one) => one.fields['number'])).toEqual(['', '', '']);
  }));

test.each(planStrangers)('%s neither proposes nor settles', (_, actor) =>
  inRollback(async (tx) => {
    const { plan, ids, proposals } = await read(tx);
    const before = await everything(tx);
    const tried = [
      await proposeFromText(tx, actor, { plan, name: '', text, origin: 'text' }),
      await proposeFromSheet(tx, actor, { plan, name: '', sheets: [] }),
      await editProposal(tx, actor, { plan, id: ids[0] ?? 0, revision: 1, fields: proposals[0]?.fields ?? {} }),
      await acceptProposals(tx, actor, { plan, ids, adjustment: untouched }),
      await declineProposals(tx, actor, { plan, ids }),
    ];
    expect(tried.map(({ ok }) => ok)).not.toContain(true);
    expect(await everything(tx)).toEqual(before);
  }),
);
