import { describe, expect, test } from 'vitest';
import { aliasesByRule, shortName, unambiguousAliases } from './aliases.ts';

const suzhou = { province: '江苏', city: '苏州' };

test('a zone is called short, with its city and without its province', () => {
  expect(aliasesByRule('相城经济技术开发区', suzhou)).toEqual([
    '相城经开区',
    '苏州相城经济技术开发区',
    '苏州相城经开区',
  ]);
  expect(aliasesByRule('江苏省相城高新技术产业开发区', suzhou)).toContain('相城高新区');
  expect(shortName('相城经济技术开发区', suzhou)).toBe('相城经开区');
});

test('the place is never lost: nobody is called just 经开区', () => {
  const names = aliasesByRule('苏州工业园区', suzhou);
  expect(names).toEqual(['苏州工业园']);
});

test('a free trade zone is found without its brackets', () => {
  expect(aliasesByRule('中国（江苏）自由贸易试验区', { province: '江苏', city: undefined })).toContain('江苏自贸区');
});

describe('a name that could mean two zones', () => {
  const zones = [
    { code: '36101007', nameZh: '南昌小蓝经济技术开发区', around: { province: '江西', city: '南昌' } },
    { code: '36201001', nameZh: '江西小蓝经济开发区', around: { province: '江西', city: undefined } },
  ];
  test('is nobody’s alias', () => {
    const aliases = unambiguousAliases(zones);
    expect(aliases.get('36101007')).not.toContain('小蓝经开区');
    expect(aliases.get('36201001')).not.toContain('小蓝经开区');
    expect(aliases.get('36101007')).toContain('南昌小蓝经开区');
  });
});
