import { expect, test } from 'vitest';
import { periodChoices, seenIn } from './entry.ts';

test.each([
  ['2026-09-30', '2026-06-30:2 2026-09-30:13', { seen: 13 }],
  ['2026-06-30', '2026-06-30:2 2026-09-30:13', { seen: 2 }],
  ['2026-03-31', '2026-06-30:2', { seen: 0 }],
  ['', '2026-06-30:2', {}],
])('of the period %s the form showed what it says it showed', (end, seen, expected) =>
  expect(seenIn({ end, seen })).toEqual(expected),
);

test('a value can be entered from the baseline to the period that is running', () => {
  const timed = { period: 'quarter', accumulation: 'point', baselineOn: '2026-03-31' } as const;
  expect(periodChoices(timed, '2026-11-23').map(({ value }) => value)).toEqual([
    '2026-12-31',
    '2026-09-30',
    '2026-06-30',
    '2026-03-31',
  ]);
});
