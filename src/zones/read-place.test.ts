import { expect, test } from 'vitest';
import { placeByCode, placesWithin } from '#places/read.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { countByPart, countByType, zonesIn } from './read-place.server.ts';
import { zoneDots } from './read-directory.server.ts';
import { neighboursOf } from './read-near.server.ts';
import { zoneView } from './read.server.ts';

test('the parts of a place together have as many zones as the place', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    for (const code of ['320000', '110000', '320500', '320507', '429004']) {
      const place = await placeByCode(tx, code);
      if (!place) throw new Error(code);
      const zones = await zonesIn(tx, place, 1000);
      const parts = await countByPart(tx, place);
      const types = await countByType(tx, place);
      expect(parts.reduce((sum, part) => sum + part.national + part.provincial, 0)).toBe(zones.length);
      expect(types.reduce((sum, type) => sum + type.count, 0)).toBe(zones.length);
    }
  }));

test('a province consists of its cities and the districts that have none, a municipality of its districts', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const within = async (code: string) => {
      const place = await placeByCode(tx, code);
      return place ? (await placesWithin(tx, place)).map((part) => part.name.zh) : [];
    };
    expect(await within('320000')).toHaveLength(13);
    expect(await within('420000')).toEqual(expect.arrayContaining(['武汉市', '仙桃市', '神农架林区']));
    expect(await within('110000')).toHaveLength(16);
    expect(await within('320500')).toContain('相城区');
    expect(await within('320507')).toEqual([]);
  }));

test('the neighbours of a zone are near, and say what industry they share', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const zone = await zoneView(tx, '32101026');
    if (!zone) throw new Error('zone');
    const { nearest, sameIndustry } = await neighboursOf(tx, zone, await zoneDots(tx));
    expect(nearest[0]).toMatchObject({ zone: { code: '32202016' }, distance: { approximate: true } });
    expect(sameIndustry[0]).toMatchObject({
      zone: { code: '32101024' },
      shared: [{ code: 'electronics' }, { code: 'equipment' }],
    });
  }));
