import { expect, test } from 'vitest';
import { z } from 'zod';
import { inRollback } from '../../tests/support/database.ts';
import { anIndicator, aUnit, enter } from '../../tests/support/measures.ts';
import { draftPlan } from '../../tests/support/plans.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { publicIndicatorFields } from './public.ts';
import { publicIndicatorsOfPlan } from './read-public.server.ts';

test('the public sees a public indicator of a plan with its values and sources, and nothing of who owes or entered it', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const planId = await draftPlan(tx);
    const unitId = await aUnit(tx, '统计中心');
    const shown = await anIndicator(tx, {
      planId,
      unitId,
      isPublic: true,
      targets: [{ end: '2026-12-31', value: 12 }],
    });
    await anIndicator(tx, { planId, nameZh: '内部指标' });
    await anIndicator(tx, { nameZh: '别的方案的指标', isPublic: true });
    await enter(tx, { indicator: shown, end: '2025-12-31', value: 10, sourceUrl: 'https://example.org/10' });
    await enter(tx, { indicator: shown, end: '2025-12-31', value: 11, note: '内部更正说明' });
    const found = await publicIndicatorsOfPlan(tx, planId);
    expect(found.map(({ id }) => id)).toEqual([shown]);
    expect(z.strictObject(publicIndicatorFields.shape).safeParse(found[0]).success).toBe(true);
    expect(found[0]).toMatchObject({
      targets: [{ end: '2026-12-31', value: 12 }],
      observations: [{ end: '2025-12-31', value: 11, source: { zh: '统计月报' } }],
    });
    expect(JSON.stringify(found)).not.toMatch(/内部|统计中心/);
  }));
