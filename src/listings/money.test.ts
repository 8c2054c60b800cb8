import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetInWords, inWan, yuanFrom, yuanInWords } from './money.ts';

test.each([
  ['50', 'wan', 500_000],
  ['50', 'yuan', 50],
  ['50万', 'yuan', 500_000],
  ['50 万元', 'yuan', 500_000],
  ['1.2亿', 'wan', 120_000_000],
  ['１，２００．５', 'yuan', 1200.5],
  ['￥3,000元', 'wan', 3000],
  ['0', 'wan', 0],
] as const)('%s (%s) is %d yuan', (text, unit, yuan) => {
  expect(yuanFrom(text, unit)).toBe(yuan);
});

test.each(['', '约50', '50-80', '-1', '1e9', '99999999999亿', '5万万', 'NaN'])('“%s” is no amount', (text) => {
  expect(yuanFrom(text, 'wan')).toBeUndefined();
});

test.each([
  [500_000, '50 万元', 'CNY 500,000'],
  [1_200_000, '120 万元', 'CNY 1.2 million'],
  [120_000_000, '1.2 亿元', 'CNY 120 million'],
  [3_000_000_000, '30 亿元', 'CNY 3 billion'],
  [5000, '5,000 元', 'CNY 5,000'],
])('%d yuan are %s, %s', (yuan, zh, en) => {
  expect(yuanInWords(yuan)).toEqual({ zh, en });
});

test.each([
  [null, null, '面议', 'To be agreed'],
  [null, 500_000, '不超过 50 万元', 'Up to CNY 500,000'],
  [500_000, null, '50 万元以上', 'From CNY 500,000'],
  [500_000, 500_000, '50 万元', 'CNY 500,000'],
  [500_000, 1_000_000, '50 万元至 100 万元', 'CNY 500,000 to CNY 1 million'],
])('a budget from %s to %s reads %s', (budgetLow, budgetHigh, ...[zh, en]) => {
  expect(budgetInWords({ budgetLow, budgetHigh })).toEqual({ zh, en });
});

test('an amount that a form shows again is read as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_900 }), (cents) => {
      const yuan = cents / 100;
      if (yuan >= 1e12) return;
      expect(yuanFrom(inWan(yuan), 'wan')).toBeCloseTo(yuan, 2);
    }),
  );
});
