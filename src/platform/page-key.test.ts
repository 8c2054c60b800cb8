import { expect, test } from 'vitest';
import { pageKey } from './page-key.ts';

test.each([
  ['/zh', '/zh'],
  ['/zh/zones?type=etdz&city=320500', '/zh/zones?city=320500&type=etdz'],
  ['/zh/zones?', '/zh/zones'],
  ['/zh/search?q=%E8%8B%8F%E5%B7%9E+x', '/zh/search?q=%E8%8B%8F%E5%B7%9E+x'],
  ['/zh/search?q=苏州', '/zh/search?q=%E8%8B%8F%E5%B7%9E'],
])('%s is kept as %s', (url, key) => {
  expect(pageKey(url)).toBe(key);
});

test('the order of one parameter given twice is part of the page', () => {
  expect(pageKey('/zh/zones/compare?zone=B&zone=A')).not.toBe(pageKey('/zh/zones/compare?zone=A&zone=B'));
});

test.each(['/zh?utm_source=x', '/zh?q=a&__proto__=1', '/zh?Q=a', '/zh/zones?city=1&x'])('%s is not kept', (url) => {
  expect(pageKey(url)).toBeUndefined();
});
