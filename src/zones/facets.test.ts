import { expect, test } from 'vitest';
import { areaName, decadeName } from './bands.ts';
import type { DirectoryQuery } from './directory.ts';
import { chosenFilters, facetChoices, totalOf } from './facets.ts';

const query: DirectoryQuery = { filter: { province: '320000', level: 'national' }, sort: 'code' };
const counted = [
  { facet: 'level', value: 'provincial', count: 102, name: undefined },
  { facet: 'level', value: 'national', count: 70, name: undefined },
  { facet: 'province', value: '320000', count: 70, name: { zh: '江苏省', en: 'Jiangsu' } },
  { facet: 'total', value: 'total', count: 70, name: undefined },
] as const;

test('a value that is chosen is taken away by its link, another one takes its place', () => {
  const level = facetChoices(counted, query, 'zh').find((one) => one.key === 'level');
  expect(level).toEqual({
    key: 'level',
    heading: '级别',
    choices: [
      { name: '国家级', count: 70, chosen: true, href: '/zh/zones?province=320000' },
      { name: '省级', count: 102, chosen: false, href: '/zh/zones?province=320000&level=provincial' },
    ],
  });
  expect(totalOf(counted)).toBe(70);
});

test('each chosen filter can be taken away by itself', () => {
  const names = new Map([['320000', { zh: '江苏省', en: 'Jiangsu' }]]);
  expect(chosenFilters(query, names, 'en')).toEqual([
    { name: 'National', href: '/en/zones?province=320000' },
    { name: 'Jiangsu', href: '/en/zones?level=national' },
  ]);
});

test('decades and areas are said in words', () => {
  expect(decadeName('1990')).toEqual({ zh: '1990 年代', en: '1990s' });
  expect(areaName('0-200').en).toBe('Under 200 ha');
  expect(areaName('1000-2000').zh).toBe('1,000–2,000 公顷');
  expect(areaName('5000-').en).toBe('5,000 ha and more');
});
