import { expect, test } from 'vitest';
import { officialCalendar } from '#calendar/workdays.ts';
import { standingOf, type Measured, type Valued } from './standing.ts';

const yearly: Measured = {
  ...{ direction: 'up', period: 'year', accumulation: 'point', dueDays: 15, isComputed: false },
  ...{ baseline: undefined, since: '2020-12-31' },
};
const monthly: Measured = { ...yearly, period: 'month', accumulation: 'cumulative', since: '2025-12-31' };

const years = (...values: number[]): Valued[] => values.map((value, at) => ({ end: `${2021 + at}-12-31`, value }));
const months = (...values: number[]): Valued[] =>
  values.map((value, at) => ({ end: new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10), value }));
const at = (today: string) => ({ today, calendar: officialCalendar });
const to = (value: number, end = '2026-12-31'): Valued[] => [{ end, value }];

/** What the bureau would print: an indicator, its values, its target, the day, and how it stands. */
const table: [string, Measured, Valued[], Valued[], string, string, string[]][] = [
  ['nothing known, nothing late', yearly, [], to(100), '2021-06-01', 'none', ['too-few']],
  ['no target, nothing late', yearly, years(1, 2, 3, 4, 5), [], '2026-03-01', 'none', ['no-target']],
  ['on course', yearly, years(80, 85, 90, 95, 100), to(104), '2026-03-01', 'green', ['on-course']],
  ['may miss', yearly, years(80, 87, 88, 97, 98), to(106), '2026-03-01', 'yellow', ['may-miss']],
  ['will miss', yearly, years(80, 85, 90, 95, 100), to(150), '2026-03-01', 'red', ['will-miss']],
  [
    'will miss, smaller is better',
    { ...yearly, direction: 'down' },
    years(100, 99, 98, 97, 96),
    to(60),
    '2026-03-01',
    'red',
    ['will-miss'],
  ],
  [
    'on course, smaller is better',
    { ...yearly, direction: 'down' },
    years(100, 95, 90, 85, 80),
    to(76),
    '2026-03-01',
    'green',
    ['on-course'],
  ],
  ['met', yearly, years(1, 2, 3, 4, 5, 6), to(6), '2027-01-05', 'green', ['met']],
  ['missed', yearly, years(1, 2, 3, 4, 5, 6), to(7), '2027-01-05', 'red', ['missed']],
  ['a value late', yearly, years(80, 85, 90, 95), to(104), '2026-01-20', 'yellow', ['late', 'on-course']],
  ['a value very late', yearly, years(80, 85, 90, 95), to(104), '2026-03-20', 'red', ['late', 'on-course']],
  [
    'computed is never late',
    { ...yearly, isComputed: true },
    years(80, 85, 90, 95),
    to(104),
    '2026-03-20',
    'green',
    ['on-course'],
  ],
  [
    'two months, ahead of the calendar',
    monthly,
    months(10, 21),
    to(120),
    '2026-03-10',
    'green',
    ['on-pace', 'too-few'],
  ],
  [
    'two months, behind the calendar',
    monthly,
    months(10, 18),
    to(120),
    '2026-03-10',
    'yellow',
    ['behind-pace', 'too-few'],
  ],
  ['half a year at the pace', monthly, months(10, 20, 31, 40, 50, 60), to(118), '2026-07-10', 'green', ['on-course']],
  ['half a year far behind', monthly, months(10, 20, 30, 40, 50, 60), to(200), '2026-07-10', 'red', ['will-miss']],
];

test.each(table.map((line) => [line[0], line] as const))('%s', (_, line) => {
  const [, measured, values, targets, today, light, reasons] = line;
  const standing = standingOf(measured, { values, targets }, at(today));
  expect([standing.light, standing.reasons.map(({ why }) => why)]).toEqual([light, reasons]);
});

test('the first period whose value is owed is the one after the last that was given', () => {
  expect(standingOf(monthly, { values: months(1, 2), targets: [] }, at('2026-04-01')).owed?.end).toBe('2026-03-31');
  expect(standingOf(monthly, { values: [], targets: [] }, at('2026-01-01')).owed?.end).toBe('2026-01-31');
  expect(standingOf({ ...monthly, since: '2026-01-10' }, { values: [], targets: [] }, at('2026-01-20')).owed?.end).toBe(
    '2026-01-31',
  );
});

test('a value that is due on a holiday is due on the next day that is worked', () => {
  const owed = standingOf(
    { ...monthly, since: '2025-12-31' },
    { values: months(1), targets: [] },
    at('2026-02-20'),
  ).owed;
  expect(owed).toEqual({ end: '2026-02-28', by: '2026-03-16' });
});

test('nothing is owed once the last target is behind it', () => {
  expect(
    standingOf(yearly, { values: years(1, 2, 3, 4, 5, 6), targets: to(6) }, at('2028-06-01')).owed,
  ).toBeUndefined();
});
