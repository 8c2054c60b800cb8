import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectListFor } from '#projects/read-list-choices.server.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { block, projectIn } from '../../tests/support/projects-standing.ts';
import { twoZones } from '../../tests/support/zones.ts';
import {
  behind,
  conversionQuery,
  conversionSteps,
  dimensions,
  figuresBy,
  figuresOf,
  medianOf,
  type ProjectFact,
} from './conversion.ts';
import { conversionFacts } from './read-conversion.server.ts';

beforeAll(async () => void (await testDatabase()));

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10));
const fact: fc.Arbitrary<ProjectFact> = fc.record({
  zone: fc.constantFrom('32101026', '34101001'),
  block: fc.constantFrom(undefined, '1', '2'),
  industry: fc.constantFrom(undefined, '2710', '3400'),
  counts: fc.boolean(),
  reached: fc.constantFrom(...conversionSteps),
  on: fc.record({ signed: day, started: day }),
  agreed: fc.integer({ min: 0, max: 1e12 }).map((fen) => fen / 100),
  arrived: fc.integer({ min: -1e6, max: 1e12 }).map((fen) => fen / 100),
  sample: fc.boolean(),
});

test('the parts of a figure sum to the whole, by whatever it is parted', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 60 }), fc.constantFrom(...dimensions), (facts, by) => {
      const whole = figuresOf(facts);
      const parts = figuresBy(facts, by).map(({ figures }) => figures);
      for (const place of conversionSteps.keys())
        expect(parts.reduce((sum, { steps }) => sum + (steps[place]?.count ?? 0), 0)).toBe(whole.steps[place]?.count);
      const sum = (of: 'agreed' | 'arrived') => Math.round(parts.reduce((all, one) => all + one[of] * 100, 0));
      expect(sum('agreed')).toBe(Math.round(whole.agreed * 100));
      expect(sum('arrived')).toBe(Math.round(whole.arrived * 100));
      expect(parts.reduce((all, { samples }) => all + samples, 0)).toBe(whole.samples);
    }),
  );
});

test('no step is taken by more than took the one before, and the order of the records changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
      const { steps } = figuresOf(facts);
      for (const [place, { count }] of steps.entries())
        expect(count).toBeLessThanOrEqual(steps[place - 1]?.count ?? count);
      expect(figuresOf([...facts].reverse())).toEqual(figuresOf(facts));
    }),
  );
});

test('the median of an even number lies between the two in the middle', () => {
  expect([[], [3], [1, 9], [9, 1, 2], [4, 1, 3, 2]].map(medianOf)).toEqual([undefined, 3, 5, 2, 2.5]);
});

const leader = (zone: string): Actor => ({
  id: 'account:7',
  accountId: 7,
  name: 'l',
  memberships: [{ role: 'leader', zone }],
});

async function some(tx: Tx) {
  const zones = await twoZones(tx);
  const { here, there } = zones;
  const town = await block(tx, here, '黄埭镇');
  const at = { zone: here, signed: 200_000_000, arrived: 20_000_000 };
  const first = await projectIn(tx, {
    ...at,
    name: '甲',
    stage: 'in-production',
    block: town,
    industry: '2710',
  });
  await projectIn(tx, { ...at, name: '乙', stage: 'started', status: 'lost', industry: '3400' });
  await projectIn(tx, { ...at, name: '丙', stage: 'signed', from: '2025-01-10' });
  await projectIn(tx, { ...at, name: '甲二期', stage: 'started', from: '2025-01-10', parent: first });
  await projectIn(tx, { zone: here, name: '未签约', stage: 'negotiating' });
  await projectIn(tx, { ...at, zone: there, name: '外区', stage: 'completed' });
  return { ...zones, first };
}

test('each project counts once in the year of its first signing, and an addition adds only its money', () =>
  inRollback(async (tx) => {
    const { here } = await some(tx);
    const facts = await conversionFacts(tx, leader(here), conversionQuery.parse({}));
    const byYear = figuresBy(facts, 'year').map(({ key, figures }) => [
      ...[key, figures.steps.map(({ count }) => count), figures.agreed, figures.arrived],
    ]);
    expect(byYear).toEqual([
      ['2025', [1, 0, 0, 0], 200_000_000, 20_000_000],
      ['2024', [2, 2, 1, 1], 600_000_000, 60_000_000],
    ]);
    expect(figuresOf(facts).steps.map(({ days }) => days)).toEqual([undefined, 200, 100, 100]);
  }));

test('a step that was taken back and taken again counts from the second time', () =>
  inRollback(async (tx) => {
    const { here, first } = await some(tx);
    const { sql } = await import('drizzle-orm');
    await tx.execute(sql`insert into project_log (project_id, zone_code, kind, from_value, to_value, happened_on, actor, actor_name)
      values (${first}, ${here}, 'stage', 'in-production', 'started', '2026-01-01', 's', 's'),
        (${first}, ${here}, 'stage', 'started', 'in-production', '2026-03-01', 's', 's')`);
    const facts = await conversionFacts(tx, leader(here), conversionQuery.parse({ industry: '27' }));
    expect(facts[0]?.on).toMatchObject({ completed: '2026-03-01', 'in-production': '2026-03-01' });
  }));

test('every number opens exactly the projects that it counts', () =>
  inRollback(async (tx) => {
    const { here } = await some(tx);
    const actor = leader(here);
    const opened = async (address: string) => {
      const { asked } = await projectListFor(tx, actor, new URLSearchParams(address));
      return (await deskProjects(tx, actor, asked)).projects;
    };
    for (const by of dimensions) {
      const query = conversionQuery.parse({ by });
      const facts = await conversionFacts(tx, actor, query);
      for (const { key, figures } of figuresBy(facts, by)) {
        for (const { step, count } of figures.steps)
          expect([by, key, step, (await opened(behind(query, { key, step }))).length]).toEqual([by, key, step, count]);
        const paid = await opened(behind(query, { key }));
        expect(paid.reduce((sum, one) => sum + one.agreed, 0)).toBe(figures.agreed);
        expect(paid.reduce((sum, one) => sum + one.arrived, 0)).toBe(figures.arrived);
      }
    }
  }));
