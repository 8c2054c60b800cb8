import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromChinese, inChinese } from './chinese-number.ts';

test.each([
  ['零', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['一百一十', 110],
  ['一千二百', 1200],
  ['一千零一', 1001],
  ['一万零二百', 10_200],
  ['一万二千', 12_000],
  ['十万', 100_000],
  ['一百万零一十', 1_000_010],
  ['一千二百亿', 120_000_000_000],
  ['一亿零五十万', 100_500_000],
  ['一万亿', 1_000_000_000_000],
])('%s is %d, read and written', (text, value) => {
  expect(fromChinese(text)).toBe(value);
  expect(inChinese(value)).toBe(text);
});

test.each([
  ['两千', 2000],
  ['一万二', 12_000],
  ['一百五', 150],
  ['三千五', 3500],
  ['二〇二六', 2026],
  ['壹佰贰拾叁', 123],
  ['一亿五', 150_000_000],
  ['一万零二', 10_002],
])('%s is read as %d', (text, value) => expect(fromChinese(text)).toBe(value));

test.each(['', '万', '亿二', '十百', '一千一千', '三个', '一百百', '一二百', '百百'])('%j is no number', (text) =>
  expect(fromChinese(text)).toBeUndefined(),
);

test('every number that is written is read again', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_007_199_254_740_991 }), (value) => {
      expect(fromChinese(inChinese(value))).toBe(value);
    }),
    { numRuns: 2000 },
  ));
