import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { incomingOf, type Preview } from '#lists/sheet.ts';
import { applySheet, keepSheet, previewSheet, type SheetNoun } from '#lists/write-sheet.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { aProject, here, projectWorld, there, valueOf } from '../../tests/support/projects.ts';
import { projectSheet, projectSheetRow } from './list-sheet.ts';
import { projectList } from './list.ts';
import { knownProjects, sheetChoices } from './read-list-sheet.server.ts';
import { deskProjects } from './read-list.server.ts';
import { addFromList, changeFromList } from './write-from-list.server.ts';

beforeAll(async () => void (await testDatabase()));

async function nounFor(tx: Tx, actor: Actor): Promise<SheetNoun> {
  const shape = projectSheet(await sheetChoices(tx, actor));
  return { list: 'projects', shape, known: knownProjects, apply: changeFromList, add: addFromList };
}

async function account(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`insert into account (id, name, email) overriding system value
    values (${actor.accountId}, ${actor.name}, ${`${actor.accountId}@example.org`}) on conflict do nothing`);
}

async function putAside(tx: Tx, actor: Actor, table: readonly (readonly string[])[]) {
  await account(tx, actor);
  const noun = await nounFor(tx, actor);
  const { rows } = valueOf(incomingOf(noun.shape, table));
  return { noun, id: valueOf(await keepSheet(tx, actor, { list: 'projects', fileName: 'a.xlsx', rows })) };
}

async function exported(tx: Tx, actor: Actor, lang: 'zh' | 'en'): Promise<string[][]> {
  const { shape } = await nounFor(tx, actor);
  const list = projectList({ zones: [], blocks: [], industries: [], years: [] });
  const { projects } = await deskProjects(tx, actor, askedOf(list, new URLSearchParams()));
  const rows = projects.map((one) => projectSheetRow(one, lang));
  return [
    shape.columns.map(({ title }) => title[lang]),
    ...rows.map((row) => shape.columns.map(({ key }) => row[key] ?? '')),
  ];
}

const referenceOf = async (tx: Tx, id: number) => {
  const { rows } = await tx.execute<{ reference: string }>(sql`select reference from project where id = ${id}`);
  return rows[0]?.reference ?? '';
};

test('a list that goes out and comes back in changes nothing, in either language', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    await aProject(tx, world, { nextStep: '考察', nextStepOn: '2026-10-01', nameEn: 'Lidar line', site: '一号地' });
    await aProject(tx, world, { nameZh: '另一个', investorName: '别家', blockId: null, apartReason: '不同' });
    for (const lang of ['zh', 'en'] as const) {
      const kept = await putAside(tx, world.broker, await exported(tx, world.broker, lang));
      const preview: Preview = valueOf(await previewSheet(tx, world.broker, kept));
      expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 2 });
    }
  }));

test('a row with a reference changes that project by the verb of its form; a row without is a new lead', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const reference = await referenceOf(tx, id);
    const kept = await putAside(tx, world.broker, [
      ['编号', '项目名称', '投资方', '板块', '计划投资（万元）', '下一步日期'],
      [reference, '澄光二号线', '澄光光电', '渭塘镇', '60000', '2026-12-01'],
      ['', '新来的项目', '新来的公司', '高铁新城', '1.2亿元', ''],
    ]);
    valueOf(await applySheet(tx, world.broker, kept));
    const { rows } = await tx.execute(sql`select name_zh, stage, block_id::int, planned_investment::float8 as planned,
      next_step_on::text as next from project order by id`);
    expect(rows).toEqual([
      { name_zh: '澄光二号线', stage: 'lead', block_id: world.otherBlock, planned: 600_000_000, next: '2026-12-01' },
      { name_zh: '新来的项目', stage: 'lead', block_id: world.block, planned: 120_000_000, next: null },
    ]);
  }));

test('a new row that is a project already is refused with its name, until it says why it is another', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    await aProject(tx, world);
    const row = { nameZh: '二期', investorName: '澄光光电', zone: here };
    const refusal = await addFromList(tx, world.broker, row);
    expect(refusal.ok ? '' : refusal.problems[0]?.says.zh).toContain('澄光激光雷达产线');
    expect((await addFromList(tx, world.broker, { ...row, apartReason: '另一条产线' })).ok).toBe(true);
  }));

test('who may not keep the zone’s projects changes and adds nothing by a file', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world);
    const reference = await referenceOf(tx, id);
    const count = async () => (await tx.execute(sql`select count(*), max(revision) from project`)).rows[0];
    const before = await count();
    for (const actor of world.strangers) {
      const changed = await changeFromList(tx, actor, { id: reference, cells: { nameZh: '改' } });
      const added = await addFromList(tx, actor, { nameZh: '新', investorName: '某', zone: here });
      expect([actor.name, changed.ok, added.ok]).toEqual([actor.name, false, false]);
      expect((await knownProjects(tx, actor, [reference])).size).toBe(
        /other zone|member|visitor/.test(actor.name) ? 0 : 1,
      );
    }
    expect(await count()).toEqual(before);
    expect((await changeFromList(tx, world.broker, { id: reference, cells: { zone: there } })).ok).toBe(false);
  }));

test('what is wrong is told by row and column', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const kept = await putAside(tx, world.broker, [
      ['编号', '项目名称', '板块', '计划投资（万元）', '资本来源（国家或地区代码）', '下一步日期'],
      ['PJ-19990101-001', '甲', '', '', '', ''],
      ['', '', '没有的镇', '很多', 'CHN', '改天'],
    ]);
    const { errors } = valueOf(await previewSheet(tx, world.broker, kept));
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'reference'],
      [3, 'nameZh'],
      [3, 'country'],
      [3, 'blockId'],
      [3, 'plannedInvestment'],
      [3, 'nextStepOn'],
    ]);
  }));
