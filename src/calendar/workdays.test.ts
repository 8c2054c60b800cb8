import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkdays,
  daysBetween,
  isWorkday,
  lastKnownYear,
  nextWorkday,
  officialCalendar,
  previousWorkday,
  withDays,
  workdaysBetween,
} from './workdays.ts';

const calendar = officialCalendar;

test.each([
  ['2026-02-13', true, 'a Friday'],
  ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
  ['2026-02-17', false, 'the first day of the year of the horse'],
  ['2026-02-28', true, 'a Saturday worked for the Spring Festival'],
  ['2026-03-07', false, 'a plain Saturday'],
  ['2026-10-01', false, 'National Day, a Thursday'],
  ['2026-10-10', true, 'a Saturday worked for National Day'],
])('%s is worked: %s, %s', (day, worked) => {
  expect(isWorkday(calendar, day)).toBe(worked);
});

test('after the last announced year weekdays decide, and what an operator adds comes first', () => {
  expect(lastKnownYear).toBeGreaterThanOrEqual(2026);
  expect(isWorkday(calendar, '2031-02-05')).toBe(true);
  const more = withDays(calendar, [
    { day: '2031-02-05', isWorked: false },
    { day: '2026-02-14', isWorked: false },
    { day: '2031-02-08', isWorked: true },
  ]);
  expect(['2031-02-05', '2026-02-14', '2031-02-08'].map((day) => isWorkday(more, day))).toEqual([false, false, true]);
});

describe('counting', () => {
  test('days go over months and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  test('a deadline in the holidays moves to the first worked day after, or the last before', () => {
    expect(nextWorkday(calendar, '2026-10-03')).toBe('2026-10-08');
    expect(previousWorkday(calendar, '2026-10-03')).toBe('2026-09-30');
    expect(nextWorkday(calendar, '2026-10-10')).toBe('2026-10-10');
  });

  test('worked days leave out the holidays and count the exchanged Saturday', () => {
    expect(addWorkdays(calendar, '2026-09-30', 3)).toBe('2026-10-10');
    expect(workdaysBetween(calendar, '2026-09-30', '2026-10-10')).toBe(3);
    expect(workdaysBetween(calendar, '2026-10-10', '2026-10-10')).toBe(0);
  });
});
