import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay, writeDay } from './numeral-days.ts';

test.each<[string, string, boolean]>([
  ['2026-03-15', '2026-03-15', false],
  ['2026-03-15 00:00', '2026-03-15', false],
  ['2026.3.15', '2026-03-15', false],
  ['2026/3/5', '2026-03-05', false],
  ['20260315', '2026-03-15', false],
  ['2026年3月15日', '2026-03-15', false],
  ['２０２６年３月１５日', '2026-03-15', false],
  ['2026 年 3 月 15 日', '2026-03-15', false],
  ['二〇二六年三月十五日', '2026-03-15', false],
  ['26年3月15日', '2026-03-15', false],
  ['3月15日', '2026-03-15', false],
  ['3月15日前', '2026-03-15', true],
  ['2026年3月15日之前', '2026-03-15', true],
  ['2026年3月底', '2026-03-31', true],
  ['2026年3月底前', '2026-03-31', true],
  ['2026年3月', '2026-03-31', true],
  ['2026年2月末', '2026-02-28', true],
  ['2024年2月', '2024-02-29', true],
  ['6月底', '2026-06-30', true],
  ['6月份', '2026-06-30', true],
  ['2026年5月上旬', '2026-05-10', true],
  ['2026年5月中旬', '2026-05-20', true],
  ['2026年5月下旬', '2026-05-31', true],
  ['2026年5月初', '2026-05-01', false],
  ['2026-03', '2026-03-31', true],
  ['2026.3', '2026-03-31', true],
  ['2026年一季度', '2026-03-31', true],
  ['2026年第二季度', '2026-06-30', true],
  ['三季度末', '2026-09-30', true],
  ['2026Q4', '2026-12-31', true],
  ['Q1 2026', '2026-03-31', true],
  ['上半年', '2026-06-30', true],
  ['2027年上半年', '2027-06-30', true],
  ['下半年', '2026-12-31', true],
  ['H1 2027', '2027-06-30', true],
  ['年底前', '2026-12-31', true],
  ['今年年底前', '2026-12-31', true],
  ['2026年底', '2026-12-31', true],
  ['2026年年底前', '2026-12-31', true],
  ['2026年', '2026-12-31', true],
  ['2026', '2026-12-31', true],
  ['46096', '2026-03-15', false],
  ['46096.5', '2026-03-15', false],
  ['15 March 2026', '2026-03-15', false],
  ['by 15 March', '2026-03-15', true],
  ['March 15, 2026', '2026-03-15', false],
  ['Mar 2026', '2026-03-31', true],
  ['end of March 2026', '2026-03-31', true],
  ['the end of 2027', '2027-12-31', true],
  ['end of the year', '2026-12-31', true],
])('%s means %s', (text, day, isEnd) => expect(readDay(text, 2026)).toEqual({ day, isEnd }));

test.each(['', '待定', '2026-13-01', '2026-02-30', '2月30日', '13月', '2026年五季度', '123', '99999', '长期', '每月'])(
  '%j is no day',
  (text) => expect(readDay(text, 2026)).toBeUndefined(),
);

test('without a year given, a day without one is none', () => {
  expect(readDay('3月15日')).toBeUndefined();
  expect(readDay('年底前')).toBeUndefined();
  expect(readDay('2026年3月15日')).toEqual({ day: '2026-03-15', isEnd: false });
});

test('every day that is written is read again, as it is kept, in Chinese, with points and as Excel counts it', () =>
  fc.assert(
    fc.property(fc.integer({ min: 18_264, max: 73_050 }), (serial) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      for (const text of [day, writeDay(day), day.replaceAll('-', '.'), String(serial)])
        expect(readDay(text)).toEqual({ day, isEnd: false });
    }),
  ));

test('no text throws', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => void readDay(text, 2026))));
