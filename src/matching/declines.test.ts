import { describe, expect, test } from 'vitest';
import { refused } from './declines.ts';

const declined = (count: number, reason: string) =>
  refused(
    Array.from({ length: count }, (_, place) => ({ need: `${place}`, offer: 'o', organisation: 'institute', reason })),
  );

describe('declines', () => {
  test('once is chance, a reason given again and again weighs on its part down to a floor', () => {
    const remaining = [0, 1, 2, 4, 50].map((count) => declined(count, 'price').remaining('institute', 'budget'));
    expect(remaining).toEqual([1, 1, expect.closeTo(6 / 7), expect.closeTo(4 / 7), 0.4]);
  });

  test('it weighs on no other part and on nobody else', () => {
    expect(declined(9, 'price').remaining('institute', 'region')).toBe(1);
    expect(declined(9, 'price').remaining('another', 'budget')).toBe(1);
  });

  test('only the pair itself is out', () => {
    expect(declined(1, 'price').isDeclined('0', 'o')).toBe(true);
    expect(declined(1, 'price').isDeclined('1', 'o')).toBe(false);
  });
});
