import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor } from '#accounts/actor.ts';
import { resolveCity } from '#places/read.server.ts';
import { resolveZone, zoneByCode, zoneView } from '#zones/read.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { loadReference } from './reference.server.ts';

// Making eleven thousand entries findable takes seconds, many of them on a busy machine.
test('every zone of the standard is there after a load, and a second load changes nothing', { timeout: 120_000 }, () =>
  inRollback(async (tx) => {
    const first = await loadReference(tx, commandLine, 'reference');
    expect(first).toEqual({ ok: true, value: { places: 3217, industries: 34, disciplines: 3537, zones: 2606 } });
    const { rows } = await tx.execute(sql`select kind, count(*)::int from search_entry group by kind order by kind`);
    expect(rows).toEqual([
      { kind: 'place', count: 2 * 3217 },
      { kind: 'zone', count: 2 * 2606 },
    ]);
    const second = await loadReference(tx, commandLine, 'reference');
    expect(second).toEqual({ ok: true, value: { places: 0, industries: 0, disciplines: 0, zones: 0 } });
  }),
);

test('a visitor may not load', () =>
  inRollback(async (tx) => {
    expect(await loadReference(tx, visitor, 'reference')).toMatchObject({ ok: false });
  }));

test('an English name that a person corrected and an alias that a person added stay over a load', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    await tx.execute(sql`update zone set name_en = 'Xiangcheng ETDZ', name_en_by_rule = false where code = '32101026'`);
    await tx.execute(sql`insert into zone_alias values ('32101026', '活力岛', 'person')`);
    await seedReference(tx);
    const zone = await zoneView(tx, '32101026');
    expect(zone?.name.en).toBe('Xiangcheng ETDZ');
    expect(zone?.aliases).toContain('活力岛');
  }));

test('the zone of the sample page has its name, city, industries and place', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    expect(await zoneView(tx, '32101026')).toMatchObject({
      name: { zh: '相城经济技术开发区', en: 'Xiangcheng Economic and Technological Development Zone' },
      level: 'national',
      type: '101',
      city: { code: '320500', name: { zh: '苏州市', en: 'Suzhou' } },
      district: { code: '320507' },
      approvedYear: 2014,
      approvedMonth: 10,
      areaHectares: 213,
      location: { basis: 'own' },
      short: '相城经开区',
      onEtdzList2024: true,
      industries: [
        { term: { zh: '电子信息' }, industry: { code: 'electronics' } },
        { term: { zh: '装备制造' }, industry: { code: 'equipment' } },
        { term: { zh: '汽车' }, industry: { code: 'automotive' } },
      ],
    });
  }));

test('a zone that became national after the standard keeps its code and its former name', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const zone = await zoneView(tx, '37201012');
    expect(zone).toMatchObject({
      name: { zh: '滕州经济技术开发区' },
      level: 'national',
      type: '101',
      standardName: '山东滕州经济开发区',
    });
    expect(zone?.aliases).toContain('山东滕州经济开发区');
  }));

test('a zone is resolved by code, name, alias, short name and from a longer text', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const resolved = async (text: string) => {
      const matches = await resolveZone(tx, text);
      return matches && [matches.by, ...matches.zones.map((zone) => zone.code)];
    };
    expect(await resolved('32101026')).toEqual(['code', '32101026']);
    expect(await resolved('相城经济技术开发区')).toEqual(['name', '32101026']);
    expect(await resolved('xiangcheng economic and technological development zone')).toEqual(['name', '32101026']);
    expect(await resolved('苏州相城经开区')).toEqual(['alias', '32101026']);
    expect(await resolved('相城经开区')).toEqual(['alias', '32101026']);
    expect(await resolved('江苏省相城经济技术开发区管理委员会')).toEqual(['contained', '32101026']);
    // Two zones lie in Xiangcheng: a person has to say which.
    expect(await resolved('相城')).toEqual(['contained', '32101026', '32202016']);
    expect(await resolved('不存在的开发区')).toBeUndefined();
    expect(await resolved('100%_')).toBeUndefined();
  }));

test('a city is resolved with and without 市; a municipality is its own city', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const code = async (text: string) => (await resolveCity(tx, text))?.code;
    expect(await code('苏州')).toBe('320500');
    expect(await code('苏州市')).toBe('320500');
    expect(await code('Hangzhou')).toBe('330100');
    expect(await code('北京')).toBe('110000');
    expect(await code('延边')).toBe('222400');
    expect(await code('吉林')).toBe('220200');
    expect(await code('江苏')).toBeUndefined();
    expect(await code('某市')).toBeUndefined();
  }));

test('Hong Kong, Macao and Taiwan are among the places under their proper names', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const { rows } = await tx.execute(
      sql`select code, name_zh, name_en from place where code in ('710000', '810000', '820000') order by code`,
    );
    expect(rows).toEqual([
      { code: '710000', name_zh: '台湾省', name_en: 'Taiwan Province' },
      { code: '810000', name_zh: '香港特别行政区', name_en: 'Hong Kong SAR' },
      { code: '820000', name_zh: '澳门特别行政区', name_en: 'Macao SAR' },
    ]);
  }));

test('a code that no zone has is no zone', () =>
  inRollback(async (tx) => expect(await zoneByCode(tx, '99999999')).toBeUndefined()));
