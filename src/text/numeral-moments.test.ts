import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minuteOf } from '#language/dates.ts';
import { readMoment } from './numeral-moments.ts';

test.each([
  ['2026-09-11 09:00', '2026-09-11 09:00'],
  ['2026-09-11T09:00', '2026-09-11 09:00'],
  ['2026-09-11 09:00:00', '2026-09-11 09:00'],
  ['2026/9/11 9:05', '2026-09-11 09:05'],
  ['2026.9.11 14:30', '2026-09-11 14:30'],
  ['2026年9月11日 9:00', '2026-09-11 09:00'],
  ['2026年9月11日上午9时', '2026-09-11 09:00'],
  ['2026年9月11日下午2点半', '2026-09-11 14:30'],
  ['2026年9月11日（周五）14:30', '2026-09-11 14:30'],
  ['二〇二六年九月十一日 晚上7:30', '2026-09-11 19:30'],
  ['９月１１日１４：００', '2026-09-11 14:00'],
  ['9月11日中午12点整', '2026-09-11 12:00'],
  ['11 September 2026 2:30 pm', '2026-09-11 14:30'],
  ['11 September 2026 12:15 am', '2026-09-11 00:15'],
  ['46276.375', '2026-09-11 09:00'],
])('“%s” is %s', (text, moment) => {
  expect(readMoment(text, 2026)).toBe(moment);
});

test.each([
  '',
  '2026-09-11',
  '2026年9月底 9:00',
  '2026年9月 9:00',
  '9:00',
  '2026-02-30 09:00',
  '2026-09-11 24:30',
  '9月11日晚上12点',
  '待定',
])('“%s” is no moment', (text) => {
  expect(readMoment(text, 2026)).toBeUndefined();
});

test('every moment reads back as it is written', () => {
  const span = { min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(span), (at) => {
      expect(readMoment(minuteOf(at))).toBe(minuteOf(at));
    }),
  );
});
