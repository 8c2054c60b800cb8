import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { putYear } from '#clusters/write-years.server.ts';
import { changeCluster } from '#clusters/write-change.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { planAt } from '#plans/read-versions.server.ts';
import { plans } from '#plans/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { anIndicator } from '../../tests/support/measures.ts';
import { draftPlan, here, instructionOf, publisher } from '../../tests/support/plans.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { changeIndicator } from './write-change.server.ts';
import { createIndicator } from './write.server.ts';

async function inForce(tx: Tx) {
  await twoZones(tx);
  const plan = await draftPlan(tx);
  const indicator = await anIndicator(tx, { planId: plan, targets: [{ end: '2026-12-31', value: 100 }] });
  const cluster = await createCluster(tx, publisher, { zone: here, planId: plan, tier: 'other', nameZh: '新材料' });
  if (!cluster.ok) throw new Error('no cluster');
  await putYear(tx, publisher, { cluster: cluster.value.id, year: 2026, target: 5e10, stated: null, sourceZh: '' });
  await tx.execute(sql`update plan set state = 'in-force' where id = ${plan}`);
  const adjustment = { instruction: String(await instructionOf(tx)), reason: '按批示调整' };
  return { plan, indicator, cluster: cluster.value.id, adjustment };
}

async function version(tx: Tx, plan: number): Promise<number> {
  const { rows } = await tx.execute<{ version: number }>(sql`select version from plan where id = ${plan}`);
  return rows[0]?.version ?? 0;
}

const yearly = { zone: here, nameZh: '新指标', period: 'year', accumulation: 'point' } as const;
const year = { year: 2026, target: 6e10, stated: null, sourceZh: '' };

test('what a plan in force promises of indicators and clusters does not change without an instruction', () =>
  inRollback(async (tx) => {
    const { plan, indicator, cluster } = await inForce(tx);
    const refusals = [
      await createIndicator(tx, publisher, { ...yearly, planId: plan }),
      await changeIndicator(tx, publisher, { id: indicator, targets: [{ end: '2026-12-31', value: 90 }] }),
      await changeIndicator(tx, publisher, { id: indicator, planId: null }),
      await createCluster(tx, publisher, { zone: here, planId: plan, tier: 'other', nameZh: '另一个' }),
      await changeCluster(tx, publisher, { id: cluster, tier: 'thousand-yi' }),
      await putYear(tx, publisher, { cluster, ...year }),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual(refusals.map(() => false));
    expect(await version(tx, plan)).toBe(1);
  }));

test('what it does not promise changes freely', () =>
  inRollback(async (tx) => {
    const { plan, indicator, cluster } = await inForce(tx);
    expect((await changeIndicator(tx, publisher, { id: indicator, dueDays: 20, isPublic: true })).ok).toBe(true);
    expect((await changeCluster(tx, publisher, { id: cluster, summaryZh: '一句话' })).ok).toBe(true);
    const stated = { ...year, target: 5e10, stated: 4e10, sourceZh: '统计公报' };
    expect((await putYear(tx, publisher, { cluster, ...stated })).ok).toBe(true);
    expect(await version(tx, plan)).toBe(1);
  }));

test('by an instruction it changes, and the version before keeps the old targets', () =>
  inRollback(async (tx) => {
    const { plan, indicator, cluster, adjustment } = await inForce(tx);
    const targets = [{ end: '2026-12-31', value: 90 }];
    expect((await changeIndicator(tx, publisher, { id: indicator, targets, adjustment })).ok).toBe(true);
    expect((await putYear(tx, publisher, { cluster, ...year, adjustment })).ok).toBe(true);
    expect(await version(tx, plan)).toBe(2);
    const [row] = await tx
      .select()
      .from(plans)
      .where(sql`id = ${plan}`);
    if (!row) throw new Error('no plan');
    const [before, now] = [
      await planAt(tx, row, { version: 1, audience: 'zone' }),
      await planAt(tx, row, { version: 2, audience: 'zone' }),
    ];
    const told = (snapshot: typeof now) => [
      snapshot?.indicators[0]?.targets.map(({ value }) => value),
      snapshot?.clusters[0]?.targets?.map(({ value }) => value),
    ];
    expect([told(before), told(now)]).toEqual([
      [[100], [5e10]],
      [[90], [6e10]],
    ]);
  }));
