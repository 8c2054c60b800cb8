import { expect, test } from 'vitest';
import { siteSchema } from '#platform/site.ts';
import { mistakeReport, policeFiling } from './filings.ts';
import { telephone } from './telephone.ts';

test('the police filing is found by the digits of its number', () => {
  expect(policeFiling('苏公网安备 32050702010123号')).toBe(
    'https://beian.mps.gov.cn/#/query/webSearch?code=32050702010123',
  );
  expect(policeFiling('申请中')).toBeUndefined();
});

test('a government site with a code has the official link for reporting mistakes on this page', () => {
  const frame = { lang: 'zh', origin: 'https://zone.example', path: '/zh/news', query: '', care: false } as const;
  const site = siteSchema.parse({ government: true, siteCode: '3205070001' });
  expect(mistakeReport({ ...frame, site })).toBe(
    'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3205070001&url=https%3A%2F%2Fzone.example%2Fzh%2Fnews',
  );
  expect(mistakeReport({ ...frame, site: { ...site, government: false } })).toBeUndefined();
});

test.each([
  ['+86-0512-53660867', 'tel:+8651253660867'],
  ['0512-53660867', 'tel:051253660867'],
  ['12345', 'tel:12345'],
])('the number %s is dialled as %s', (printed, dialled) => {
  expect(telephone(printed)).toBe(dialled);
});
