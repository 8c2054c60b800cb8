import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, isoOf, minuteOf } from './dates.ts';

const at = new Date('2024-01-31T17:30:09.500Z');

test('an instant is told on China’s clock', () => {
  expect(dateOf(at)).toBe('2024-02-01');
  expect(minuteOf(at)).toBe('2024-02-01 01:30');
  expect(isoOf(at)).toBe('2024-02-01T01:30:09+08:00');
});

test('the ISO form is the same instant, to the second', () => {
  const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('9000-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      expect(new Date(isoOf(instant)).getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
    }),
  );
});
