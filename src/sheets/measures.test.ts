import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { clusterFields } from '#clusters/fields.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells, clusterSheet, clusterSheetRow } from '#clusters/sheet.ts';
import { clusters } from '#clusters/tables.server.ts';
import { putYear } from '#clusters/write-years.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { indicatorFields } from '#indicators/fields.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { targetsByIndicator } from '#indicators/read-sheet.server.ts';
import { valuesSeen } from '#indicators/read-values.server.ts';
import { indicatorCells, indicatorSheet, indicatorSheetRow } from '#indicators/sheet.ts';
import { indicators } from '#indicators/tables.server.ts';
import { valueSheetRow, valuesSheet } from '#indicators/values-sheet.ts';
import { valuesNoun } from '#indicators/write-from-sheet.server.ts';
import { langs, type Lang } from '#language/lang.ts';
import { makeChanges } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { anIndicator, aUnit, enter, officerOf } from '../../tests/support/measures.ts';
import { here, there, who } from '../../tests/support/organisations.ts';
import { draftPlan, goalOf } from '../../tests/support/plans.ts';
import { brought, previewed, tableOf } from '../../tests/support/sheet-files.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { clusterNoun, indicatorNoun } from './measures.server.ts';

const publisher = who('publisher', here);
async function world(tx: Tx) {
  await twoZones(tx);
  const unitId = await aUnit(tx);
  const plan = await draftPlan(tx);
  const goalId = await goalOf(tx, plan, { titleZh: '做强产业集群' });
  const made = await createCluster(tx, publisher, {
    ...{ zone: here, planId: plan, tier: 'thousand-yi', nameZh: '信息技术', nameEn: 'IT', industries: ['C39', '3984'] },
    ...{ summaryZh: '第一行\n第二行', zones: [there], isPublic: true },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  await putYear(tx, publisher, { cluster: made.value.id, year: 2026, target: 5e10, stated: null, sourceZh: '' });
  const indicator = await anIndicator(tx, {
    ...{ planId: plan, goalId, clusterId: made.value.id, unitId, key: 'output', decimals: 2, measureZh: '亿元' },
    ...{ period: 'quarter', accumulation: 'cumulative', baseline: 900.25, baselineOn: '2024-12-31', isPublic: true },
    targets: [
      { end: '2025-12-31', value: 1000.5 },
      { end: '2026-12-31', value: 1100 },
    ],
  });
  await anIndicator(tx, { key: 'twice', nameZh: '两倍', formula: 'output * 2', period: 'quarter' });
  await enter(tx, { indicator, end: '2026-03-31', value: 260.125, sourceUrl: 'https://example.org/q1' });
  await enter(tx, { indicator, end: '2026-06-30', value: 520, state: 'provisional', sourceEn: 'Monthly report' });
  return { unitId, indicator, cluster: made.value.id, plan };
}

async function indicatorsOut(tx: Tx, lang: Lang) {
  const fields = indicatorFields(await choicesOf(tx, here));
  const rows = await tx.select().from(indicators).orderBy(indicators.id);
  const targets = await targetsByIndicator(
    tx,
    rows.map(({ id }) => id),
  );
  const cells = rows.map((row) => indicatorSheetRow(indicatorCells(row, targets.get(row.id) ?? []), fields, lang));
  return tableOf(indicatorSheet(fields), cells, lang);
}

async function clustersOut(tx: Tx, lang: Lang) {
  const fields = clusterFields(await planChoices(tx, here));
  const rows = await tx.select().from(clusters);
  const cells = rows.map((row) => clusterSheetRow(clusterCells(row), fields, lang));
  return tableOf(clusterSheet(fields), cells, lang);
}

async function valuesOut(tx: Tx, lang: Lang) {
  const { rows } = await valuesSeen(tx, publisher, { after: undefined, limit: 100 });
  return tableOf(
    valuesSheet,
    rows.map((row) => valueSheetRow(row, lang)),
    lang,
  );
}

test.each(langs)('indicators, clusters and values that go out and come back in change nothing (%s)', (lang) =>
  inRollback(async (tx) => {
    await world(tx);
    const files = [
      { noun: await indicatorNoun(tx, here), table: await indicatorsOut(tx, lang) },
      { noun: await clusterNoun(tx, here), table: await clustersOut(tx, lang) },
      { noun: valuesNoun, table: await valuesOut(tx, lang) },
    ];
    for (const [at, file] of files.entries()) {
      const { preview } = await previewed(tx, publisher, file);
      expect([at, preview]).toMatchObject([at, { changes: [], errors: [], unchanged: [2, 1, 2][at] }]);
    }
  }),
);

test('an officials’ table of values comes in by key and period, in Chinese, and a change says why', () =>
  inRollback(async (tx) => {
    const { unitId, indicator } = await world(tx);
    const officer = officerOf(unitId);
    const table = [
      ['指标代号', '统计期', '完成值', '数据来源', '说明'],
      ['output', '2026年三季度', '790', '三季度快报', ''],
      ['output', '2026年二季度', '525.5', '统计月报', '年报更正'],
    ];
    expect((await brought(tx, officer, { noun: valuesNoun, table })).ok).toBe(true);
    const { rows } =
      await tx.execute(sql`select period_end::text as end, value::float8 as value, origin from observation
      where indicator_id = ${indicator} and is_current order by period_end desc limit 2`);
    expect(rows).toEqual([
      { end: '2026-09-30', value: 790, origin: 'imported' },
      { end: '2026-06-30', value: 525.5, origin: 'imported' },
    ]);
  }));

test.each([
  ['another unit’s officer', (unit: number) => officerOf(unit + 1)],
  ['another zone’s publisher', () => who('publisher', there)],
] as [string, (unit: number) => Actor][])('%s brings no value in by a file', (_, whoOf) =>
  inRollback(async (tx) => {
    const { unitId } = await world(tx);
    const table = [
      ['代号', '期末日期', '数值', '来源（中文）'],
      ['output', '2026-09-30', '1', '猜的'],
    ];
    const before = await valuesOut(tx, 'zh');
    const { preview } = await previewed(tx, whoOf(unitId), { noun: valuesNoun, table });
    const outcome = await makeChanges(tx, whoOf(unitId), { noun: valuesNoun, preview, onRecord: () => undefined });
    expect(outcome.ok && preview.errors.length === 0).toBe(false);
    expect(await valuesOut(tx, 'zh')).toEqual(before);
  }),
);

test('a table of new indicators names unit, plan and target in words, and dates as officials write them', () =>
  inRollback(async (tx) => {
    await world(tx);
    const table = [
      ['指标名称', '计量单位', '周期', '统计方式', '责任部门', '所属方案', '基数', '基期', '分期目标'],
      ['研发投入强度', '%', '年', '期末时点', '统计局', '产业集群建设实施方案', '3.1', '2024年底', '2026年 3.5'],
    ];
    expect((await brought(tx, publisher, { noun: await indicatorNoun(tx, here), table })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select i.measure_zh, i.baseline_on::text, plan_id is not null as planned,
      (select value::float8 from indicator_target where indicator_id = i.id and period_end = '2026-12-31') as target
      from indicator i where name_zh = '研发投入强度'`);
    expect(rows).toEqual([{ measure_zh: '%', baseline_on: '2024-12-31', planned: true, target: 3.5 }]);
  }));

test('a file of one zone knows nothing of another’s records', () =>
  inRollback(async (tx) => {
    await world(tx);
    const stranger = who('publisher', there);
    const files = [
      { noun: await indicatorNoun(tx, there), table: await indicatorsOut(tx, 'zh') },
      { noun: await clusterNoun(tx, there), table: await clustersOut(tx, 'zh') },
    ];
    for (const file of files) {
      const { preview } = await previewed(tx, stranger, file);
      expect(preview.errors.length).toBeGreaterThan(0);
    }
  }));
