import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { projectListFor } from '#projects/read-list-choices.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { projectIn } from '../../tests/support/projects-standing.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { canvas, mapOf, radiusOf } from './local-map.ts';
import { mapFor } from './read-map.server.ts';
import { timelineFor } from './read-timeline.server.ts';
import { placeOf, spansOf, ticksOf, windowOf } from './timeline.ts';

beforeAll(async () => void (await testDatabase()));

const leader = (zone: string): Actor => ({
  id: 'account:7',
  accountId: 7,
  name: 'l',
  memberships: [{ role: 'leader', zone }],
});

test('each stage lasts until the next begins, the last until today', () => {
  const lines = [
    { to: 'lead', on: '2026-01-01' },
    { to: 'assessed', on: '2026-02-01' },
    { to: 'negotiating', on: '2026-02-01' },
  ] as const;
  expect(spansOf(lines, '2026-03-01').map(({ stage, from, to }) => [stage, from, to])).toEqual([
    ['lead', '2026-01-01', '2026-02-01'],
    ['assessed', '2026-02-01', '2026-02-01'],
    ['negotiating', '2026-02-01', '2026-03-01'],
  ]);
  expect(spansOf([], '2026-03-01')).toEqual([]);
});

test('whole years are drawn, and a day lies where its part of them has passed', () => {
  const shown = windowOf(['2025-06-30', '2027-01-05'], '2026-02-01');
  expect(shown).toEqual({ from: '2025-01-01', to: '2027-12-31' });
  expect([placeOf('2025-01-01', shown), placeOf('2024-01-01', shown), placeOf('2030-01-01', shown)]).toEqual([0, 0, 1]);
  expect(ticksOf(shown)).toHaveLength(12);
  expect(ticksOf({ from: '2020-01-01', to: '2026-12-31' })).toHaveLength(7);
});

test('the timeline tells the days of the log, and what was lost goes on no longer', () =>
  inRollback(async (tx) => {
    const { here, there } = await twoZones(tx);
    const id = await projectIn(tx, { zone: here, name: '甲', stage: 'assessed', from: '2026-01-01' });
    await projectIn(tx, { zone: there, name: '外区' });
    await tx.execute(sql`update project set next_step = '考察', next_step_on = '2026-10-01', starts_by = '2027-01-01'
      where id = ${id}`);
    const look = async () => {
      const { asked } = await projectListFor(tx, leader(here), new URLSearchParams());
      return (await timelineFor(tx, leader(here), { ...asked, today: '2026-09-11' })).rows;
    };
    const [row, ...others] = await look();
    expect(others).toEqual([]);
    expect(row?.spans.map(({ to }) => to)).toEqual(['2026-04-11', '2026-09-11']);
    expect(row?.marks.map(({ kind, on }) => [kind, on])).toEqual([
      ['next-step', '2026-10-01'],
      ['started', '2027-01-01'],
    ]);
    await tx.execute(sql`update project set status = 'lost', status_reason = 'x' where id = ${id}`);
    await tx.execute(sql`insert into project_log (project_id, zone_code, kind, from_value, to_value, happened_on, actor, actor_name)
      values (${id}, ${here}, 'status', 'active', 'lost', '2026-06-01', 's', 's')`);
    expect((await look())[0]?.spans.at(-1)?.to).toBe('2026-06-01');
  }));

test('every point lies on the drawing, however near or far they are from each other', () => {
  const point = fc.record({
    lng: fc.double({ min: 73, max: 135, noNaN: true }),
    lat: fc.double({ min: 18, max: 53, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
      const { at, scale } = mapOf(points);
      for (const { x, y } of points.map(at)) {
        expect(x >= 0 && x <= canvas.width && y >= 0 && y <= canvas.height).toBe(true);
      }
      expect(scale.km > 0 && scale.length > 0 && scale.length <= canvas.width / 4 + 1).toBe(true);
    }),
  );
  expect(radiusOf(1)).toBeLessThan(radiusOf(100));
});

test('a project without coordinates stands where its zone is, and is told apart', () =>
  inRollback(async (tx) => {
    const { here, there } = await twoZones(tx);
    const id = await projectIn(tx, { zone: here, name: '甲' });
    await projectIn(tx, { zone: here, name: '乙' });
    await projectIn(tx, { zone: there, name: '外区' });
    await tx.execute(sql`update project set longitude = 120.6, latitude = 31.4 where id = ${id}`);
    const look = async () => {
      const { asked } = await projectListFor(tx, leader(here), new URLSearchParams());
      return mapFor(tx, leader(here), asked);
    };
    const without = await look();
    expect([without.spots.map(({ zone }) => zone), without.nowhere, without.total]).toEqual([[undefined], 1, 2]);
    await tx.execute(sql`update zone set lng = 120.64, lat = 31.37, location_basis = 'place' where code = ${here}`);
    const { spots, nowhere } = await look();
    expect([spots.map(({ zone, count }) => [zone ?? '', count]).sort(), nowhere]).toEqual([
      [
        ['', 1],
        [here, 1],
      ],
      0,
    ]);
  }));
