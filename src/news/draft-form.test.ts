import { expect, test } from 'vitest';
import { timeFrom } from './draft-form.ts';

test.each([
  ['2024-02-01 09:30', '2024-02-01T01:30:00.000Z'],
  ['2024-02-01T09:30', '2024-02-01T01:30:00.000Z'],
  ['2024-02-01', '2024-01-31T16:00:00.000Z'],
])('%s is a time on China’s clock', (text, instant) => {
  expect(timeFrom(text)?.toISOString()).toBe(instant);
});

test.each(['yesterday', '2024-02-30', '2024-13-01', '2024-02-01 25:00', ''])('%j is no time', (text) => {
  expect(timeFrom(text)).toBeUndefined();
});
