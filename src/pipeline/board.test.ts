import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { block, projectIn } from '../../tests/support/projects-standing.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { boardFor } from './read-board.server.ts';

beforeAll(async () => void (await testDatabase()));

test('a column tells all it holds and what that is worth, and shows the first of it', () =>
  inRollback(async (tx) => {
    const { here, there } = await twoZones(tx);
    const town = await block(tx, here, '黄埭镇');
    const signed = { zone: here, stage: 'signed' as const, signed: 100_000_000, arrived: 10_000_000, block: town };
    for (let place = 0; place < 14; place += 1)
      await projectIn(tx, { ...signed, name: `项目${place}`, from: `2024-01-${10 + place}` });
    await projectIn(tx, { zone: here, name: '线索' });
    await projectIn(tx, { zone: here, name: '流失', status: 'lost' });
    await projectIn(tx, { zone: there, name: '外区', stage: 'signed', signed: 5 });
    const officer: Actor = {
      ...{ id: 'account:7', accountId: 7, name: 'o' },
      memberships: [{ role: 'officer', zone: here, unit: town }],
    };
    const columns = await boardFor(tx, officer, { filters: { status: 'live' }, today: '2026-01-01' });
    expect(columns).toHaveLength(10);
    const [lead, , , at] = columns;
    expect(lead).toMatchObject({ stage: 'lead', total: 1, cards: [{ mayMove: false }] });
    expect(at).toMatchObject({ stage: 'signed', total: 14, agreed: 1_400_000_000, arrived: 140_000_000 });
    expect(at?.cards).toHaveLength(12);
    expect(at?.cards[0]).toMatchObject({ name: { zh: '项目0' }, days: 422, mayMove: true });
    const one = await boardFor(tx, officer, { filters: { stage: 'lead' }, today: '2026-01-01' });
    expect(one.map(({ stage, total }) => [stage, total])).toEqual([['lead', 2]]);
  }));
