import fc from 'fast-check';
import { expect, test } from 'vitest';

import { periodInWords, periodMeant } from './period-words.ts';
import { endAt, periodEnd, placeOf, yearBefore, periods } from './period.ts';

test.each([
  ['2025', '2025-12-31'],
  ['2025年底', '2025-12-31'],
  ['2025-06', '2025-06-30'],
  ['2025年2月', '2025-02-28'],
  ['2025年1—6月', '2025-06-30'],
  ['2025Q2', '2025-06-30'],
  ['2025年二季度', '2025-06-30'],
  ['2025年第三季度', '2025-09-30'],
  ['2025/6/30', '2025-06-30'],
  ['２０２５', '2025-12-31'],
  ['2025-13', undefined],
  ['2025-02-30', undefined],
  ['next year', undefined],
])('%s ends on %s', (text, end) => expect(periodMeant(text)).toBe(end));

test('periods follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...periods), fc.integer({ min: 8000, max: 9000 }), (period, place) => {
      const end = endAt(period, place);
      expect(placeOf(period, end)).toBe(place);
      expect(periodEnd(period, end)).toBe(end);
      expect(endAt(period, place + 1) > end).toBe(true);
      expect(yearBefore(period, end).slice(5, 7)).toBe(end.slice(5, 7));
    }),
  );
});

test('what a period is called is understood again', () => {
  for (const end of ['2025-06-30', '2025-03-31', '2024-12-31']) {
    expect(periodMeant(periodInWords('quarter', end).zh)).toBe(end);
    expect(periodMeant(periodInWords('month', end, 'cumulative').zh)).toBe(end);
  }
});
