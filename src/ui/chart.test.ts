import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePath, scaleOf, shownLabels } from './chart.ts';

test('an axis holds every value, between round numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
      const { low, high, ticks, y } = scaleOf(values, 200);
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-9 - 1e-9);
        expect(value).toBeLessThanOrEqual(high + Math.abs(high) * 1e-9 + 1e-9);
        expect(y(value)).toBeGreaterThanOrEqual(-0.1);
        expect(y(value)).toBeLessThanOrEqual(200.1);
      }
    }),
  );
  expect(scaleOf([3, 97], 100, true).ticks).toEqual([0, 25, 50, 75, 100]);
});

test('a line breaks where a value is missing', () => {
  expect(linePath([[0, 1], [1, 2], null, [3, 4], [4, 5]])).toBe('M0 1L1 2M3 4L4 5');
});

test('of many labels some are shown, and always the last', () => {
  const shown = shownLabels(24, 6);
  expect(Array.from({ length: 24 }, (_, at) => at).filter(shown)).toEqual([3, 7, 11, 15, 19, 23]);
});
