import { expect, test } from 'vitest';
import { factsOf } from './facts.ts';
import { zoneJsonLd } from './structured.ts';
import type { ZoneView } from './zone.ts';

const zone: ZoneView = {
  code: '32101026',
  name: { zh: '相城经济技术开发区', en: 'Xiangcheng Economic and Technological Development Zone' },
  level: 'national',
  type: '101',
  province: { code: '320000', name: { zh: '江苏省', en: 'Jiangsu' } },
  city: { code: '320500', name: { zh: '苏州市', en: 'Suzhou' } },
  district: { code: '320507', name: { zh: '相城区', en: 'Xiangcheng District' } },
  approvedYear: 2014,
  approvedMonth: 10,
  areaHectares: 213,
  location: { lng: 120.613, lat: 31.469, basis: 'own' },
  short: '相城经开区',
  catalogueCode: 'G321092',
  industries: [{ term: { zh: '汽车', en: 'Automobiles' }, industry: undefined }],
  aliases: ['相城经开区'],
  onEtdzList2024: true,
  standardName: undefined,
};

const value = (view: ZoneView, name: string) => factsOf(view, 'en').find((fact) => fact.name === name);

test('every fact carries a source', () => {
  for (const fact of factsOf(zone, 'zh')) expect(fact.source).not.toBe('');
  expect(value(zone, 'Approved')).toMatchObject({ value: '2014-10', year: '2018', known: true });
  expect(value(zone, 'Approved area')?.value).toBe('213 ha');
});

test('what is not published says so, and an approximate place says “about”', () => {
  const bare: ZoneView = {
    ...zone,
    ...{ approvedYear: undefined, areaHectares: undefined },
    location: { lng: 120.6, lat: 31.4, basis: 'place' },
  };
  expect(value(bare, 'Approved')).toMatchObject({ value: 'Not published', known: false });
  expect(value(bare, 'Coordinates')?.value).toBe('about 31.400° N, 120.600° E');
});

test('a zone promoted after the standard has its level from the Ministry’s list', () => {
  expect(value({ ...zone, standardName: '山东滕州经济开发区' }, 'Level')).toMatchObject({ year: '2024' });
});

test('machines get the zone with its code, within its district, city and province', () => {
  expect(zoneJsonLd(zone, 'en', 'https://zone.example')).toMatchObject({
    '@type': 'AdministrativeArea',
    '@id': 'https://zone.example/en/zones/32101026',
    identifier: { value: '32101026' },
    geo: { latitude: 31.469 },
    containedInPlace: {
      name: 'Xiangcheng District',
      containedInPlace: { name: 'Suzhou', containedInPlace: { name: 'Jiangsu', containedInPlace: { name: 'China' } } },
    },
  });
});

test('an approximate place is not given to machines as the zone’s own', () => {
  const guessed: ZoneView = { ...zone, location: { lng: 120.6, lat: 31.4, basis: 'place' } };
  expect(zoneJsonLd(guessed, 'zh', 'https://zone.example')).not.toHaveProperty('geo');
});
