import { expect, test } from 'vitest';
import { isKnown, yearOf, yearsToShow } from './year.ts';

const all = (year: number, added: Parameters<typeof yearOf>[1] = []) =>
  yearOf(year, added).flatMap(({ weeks }) => weeks.flatMap((week) => week.filter((day) => day !== undefined)));
const dayOf = (day: string, added: Parameters<typeof yearOf>[1] = []) =>
  all(Number(day.slice(0, 4)), added).find((one) => one.day === day);

test('a year has all its days, in weeks that begin on Monday', () => {
  expect(all(2026)).toHaveLength(365);
  expect(all(2024)).toHaveLength(366);
  const [january] = yearOf(2026, []);
  expect(january?.weeks[0]?.map((day) => day?.day ?? '')).toEqual([
    ...['', '', '', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'],
  ]);
});

test.each([
  ['2026-10-01', 'off', '国庆节'],
  ['2026-10-10', 'worked', '国庆节'],
  ['2026-03-07', 'weekend', ''],
  ['2026-03-09', 'plain', ''],
] as const)('%s is %s', (day, mark, name) => {
  expect(dayOf(day)).toMatchObject({ mark, name: { zh: name }, isAdded: false });
});

test('what the operator says comes first, with its own name', () => {
  const added = [
    { day: '2026-03-09', isWorked: false, name: '本地放假' },
    { day: '2026-10-10', isWorked: false, name: '' },
    { day: '2026-10-01', isWorked: true, name: '' },
  ];
  expect(dayOf('2026-03-09', added)).toMatchObject({ mark: 'off', name: { zh: '本地放假' }, isAdded: true });
  expect(dayOf('2026-10-10', added)?.mark).toBe('off');
  expect(dayOf('2026-10-01', added)?.mark).toBe('plain');
});

test('a year is known as soon as one day of it is off', () => {
  expect(isKnown(2026, [])).toBe(true);
  expect(isKnown(2041, [])).toBe(false);
  expect(isKnown(2041, [{ day: '2041-01-01', isWorked: true }])).toBe(false);
  expect(isKnown(2041, [{ day: '2041-01-01', isWorked: false }])).toBe(true);
  expect(yearsToShow('2026-11-23', [{ day: '2041-01-01', isWorked: false }])).toEqual([2025, 2026, 2027, 2041]);
});
