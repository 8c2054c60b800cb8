import { sql } from 'drizzle-orm';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { putMember } from '#clusters/write-members.server.ts';
import { putFigure, putYear } from '#clusters/write-years.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { addOrganisation } from './board.ts';
import { anIndicator, aUnit, enter } from './measures.ts';
import { draftPlan, goalOf, instructionOf, unitOf } from './plans.ts';
import { withSiteDatabase } from './sign-in.ts';

export const zone = '32101026';
const yi = 100_000_000;

/** A public plan in force, with what it measures: an indicator that is entered, one that follows, and a cluster. */
export function measuredSite() {
  return withSiteDatabase((database) =>
    database.inTransaction(theSystem, async (tx) => {
      const plan = await draftPlan(tx);
      const goal = await goalOf(tx, plan, { titleZh: '做强产业集群' });
      const [unit, otherUnit] = [await aUnit(tx, '统计中心'), await unitOf(tx, '招商中心')];
      const cluster = await aCluster(tx, plan);
      const indicator = await output(tx, { plan, goal, unit, cluster: cluster.id });
      const computed = await anIndicator(tx, {
        ...{ planId: plan, nameZh: '人均产值', nameEn: 'Output per head', key: 'walked_half', isPublic: true },
        ...{ measureZh: '亿元', measureEn: 'CNY 100m', period: 'quarter', accumulation: 'cumulative' },
        formula: 'walked_output / 2',
      });
      await tx.execute(sql`update plan set state = 'in-force', is_public = true where id = ${plan}`);
      const instruction = await instructionOf(tx, zone, '请上调产值目标。');
      return { plan, unit, otherUnit, indicator, computed, cluster: cluster.id, lead: cluster.lead, instruction };
    }),
  );
}

async function output(tx: Tx, on: { plan: number; goal: number; unit: number; cluster: number }): Promise<number> {
  const indicator = await anIndicator(tx, {
    ...{
      planId: on.plan,
      goalId: on.goal,
      unitId: on.unit,
      clusterId: on.cluster,
      key: 'walked_output',
      isPublic: true,
    },
    ...{ nameZh: '规上工业总产值', nameEn: 'Industrial output', measureZh: '亿元', measureEn: 'CNY 100m' },
    ...{ period: 'quarter', accumulation: 'cumulative', baseline: 900, baselineOn: '2024-12-31' },
    targets: [
      { end: '2025-12-31', value: 1000 },
      { end: '2026-12-31', value: 1020 },
    ],
  });
  const values = [
    ...(['03-31', '06-30', '09-30', '12-31'] as const).map((day, at) => ({
      end: `2025-${day}`,
      value: (at + 1) * 245,
    })),
    { end: '2026-03-31', value: 260 },
    { end: '2026-06-30', value: 520 },
  ];
  for (const value of values)
    await enter(tx, { indicator, ...value, sourceZh: '相城区统计月报', sourceEn: 'Monthly report of Xiangcheng' });
  return indicator;
}

async function aCluster(tx: Tx, plan: number): Promise<{ id: number; lead: number }> {
  const made = await createCluster(tx, commandLine, {
    ...{ zone, planId: plan, tier: 'thousand-yi', nameZh: '新一代信息技术', nameEn: 'New information technology' },
    ...{ summaryZh: '从材料到整机。', industries: ['C39'], isPublic: true },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { id } = made.value;
  const members: number[] = [];
  for (const name of ['甲光电', '乙传感', '丙芯片']) {
    const organisation = await addOrganisation(tx, zone, { nameZh: `苏州${name}有限公司`, isPublic: true });
    members.push(organisation);
    await putMember(tx, commandLine, { cluster: id, organisation, chain: 'midstream', isLead: members.length === 1 });
    await putFigure(tx, commandLine, { cluster: id, organisation, year: 2025, value: 120 * yi, source: '企业年报' });
  }
  const year = { cluster: id, sourceZh: '统计公报', sourceUrl: 'https://example.org/2024' };
  await putYear(tx, commandLine, { ...year, year: 2024, target: 300 * yi, stated: 310 * yi });
  await putYear(tx, commandLine, { ...year, year: 2025, target: 400 * yi, stated: null });
  await putYear(tx, commandLine, { ...year, year: 2026, target: 500 * yi, stated: null });
  return { id, lead: members[0] ?? 0 };
}
