import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { langs, type Lang } from '#language/lang.ts';
import { planWords } from '#language/words/plans.ts';
import { planSheet, planSheetRow } from '#plans/plan-sheet.ts';
import { deskPlans } from '#plans/read-desk.server.ts';
import { plans } from '#plans/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { draftPlan, here, instructionOf, leader, planStrangers, publisher, there } from '../../tests/support/plans.ts';
import { brought, previewed, tableOf } from '../../tests/support/sheet-files.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { planNoun } from './nouns.server.ts';

const noun = await planNoun();
const all = { filters: {}, sort: { key: 'begins', descending: false }, columns: [] };

async function out(tx: Tx, actor: Actor, lang: Lang) {
  const { plans: rows } = await deskPlans(tx, actor, all);
  return tableOf(
    planSheet,
    rows.map((row) => planSheetRow(row, lang)),
    lang,
  );
}

async function world(tx: Tx) {
  await twoZones(tx);
  const draft = await draftPlan(tx, { titleZh: '草稿方案', issuedOn: '', summaryZh: '一\n二' });
  const inForce = await draftPlan(tx, { titleZh: '实施中的方案' });
  await tx.execute(sql`update plan set state = 'in-force' where id = ${inForce}`);
  return { draft, inForce };
}

const everything = async (tx: Tx) =>
  JSON.stringify([
    await tx.select().from(plans).orderBy(asc(plans.id)),
    (await tx.execute(sql`select (select count(*) from history), (select count(*) from plan_version)`)).rows,
  ]);

test.each(langs)('plans that go out and come back in change nothing (%s)', (lang) =>
  inRollback(async (tx) => {
    await world(tx);
    const table = await out(tx, publisher, lang);
    const { preview } = await previewed(tx, publisher, { noun, table });
    expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 2 });
  }),
);

test('an office’s list of plans comes in as drafts, and a second time changes nothing', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const table = [
      ['实施方案台账', '', '', '', '', ''],
      ['序号', '方案名称', '文号', '印发日期', '起始日期', '截止日期'],
      ['1', '产业集群方案', '相政发〔2026〕1号', '2026年1月5日', '2026年1月5日', '2028年底'],
      ['2', '营商环境方案', '', '', '2026.3.1', '2026年12月31日'],
    ];
    expect(await brought(tx, publisher, { noun, table })).toMatchObject({ ok: true });
    const { plans: rows } = await deskPlans(tx, publisher, all);
    expect(rows.map(({ state, title, beginsOn, endsOn }) => [state, title.zh, beginsOn, endsOn])).toEqual([
      ['draft', '产业集群方案', '2026-01-05', '2028-12-31'],
      ['draft', '营商环境方案', '2026-03-01', '2026-12-31'],
    ]);
    const { preview } = await previewed(tx, publisher, { noun, table });
    expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 2 });
  }));

test('a draft changes by its row; a plan in force wants an instruction and a reason, and keeps its old version', () =>
  inRollback(async (tx) => {
    const { draft, inForce } = await world(tx);
    const instruction = String(await instructionOf(tx));
    const table = (id: number, [by, why]: readonly [string, string]) => [
      ['编号', '实施期止', '依据批示（编号）', '调整理由'],
      [String(id), '2027年6月底', by, why],
    ];
    expect(await brought(tx, leader, { noun, table: table(draft, ['', '']) })).toMatchObject({ ok: true });
    const before = await everything(tx);
    expect(await brought(tx, leader, { noun, table: table(inForce, ['', '']) })).toMatchObject({ ok: false });
    expect(await everything(tx)).toBe(before);
    const adjusted = { noun, table: table(inForce, [instruction, '上级延期']) };
    expect(await brought(tx, leader, adjusted)).toMatchObject({ ok: true });
    const { rows } = await tx.execute(sql`select version, ends_on::text as ends from plan order by id`);
    expect(rows).toEqual([
      { version: 1, ends: '2027-06-30' },
      { version: 2, ends: '2027-06-30' },
    ]);
  }));

test('what is wrong is said by row and column', () =>
  inRollback(async (tx) => {
    const { draft } = await world(tx);
    const table = [
      ['编号', '实施期起', '方案名称（中文）'],
      [String(draft), '不久', ''],
    ];
    const { preview } = await previewed(tx, publisher, { noun, table });
    expect(preview.errors).toMatchObject([
      { row: 2, column: 'titleZh' },
      { row: 2, column: 'beginsOn', says: planWords.dayCell },
    ]);
  }));

test.each(planStrangers)('%s changes or adds no plan of the zone by a file', (_, actor) =>
  inRollback(async (tx) => {
    const { draft } = await world(tx);
    const before = await everything(tx);
    const isOfZone = actor.memberships.some(({ zone }) => zone === here);
    expect(await out(tx, actor, 'zh')).toHaveLength(isOfZone ? 3 : 1);
    const title = ['编号', '方案名称（中文）', '实施期起', '实施期止', '开发区'];
    for (const id of [String(draft), '']) {
      const row = [id, '别人的方案', '2026-01-01', '2026-12-31', here];
      expect(await brought(tx, actor, { noun, table: [title, row] })).toMatchObject({ ok: false });
    }
    expect(await everything(tx)).toBe(before);
  }),
);

test('a plan stays with its zone', () =>
  inRollback(async (tx) => {
    const { draft } = await world(tx);
    const both: Actor = { ...publisher, memberships: [...publisher.memberships, { role: 'publisher', zone: there }] };
    const table = [
      ['编号', '开发区'],
      [String(draft), there],
    ];
    expect(await brought(tx, both, { noun, table })).toMatchObject({ ok: false });
  }));
