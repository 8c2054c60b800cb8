import { expect, test } from 'vitest';
import { publicFunnel, shareOf, funnelQuery, type Funnel } from './funnel.ts';

const funnel: Funnel = {
  steps: [
    { step: 'collected', count: 260, days: undefined },
    { step: 'accepted', count: 110, days: 6.5 },
    { step: 'published', count: 110, days: 1 },
    { step: 'suggested', count: 90, days: 0 },
    { step: 'proposed', count: 48, days: 12 },
    { step: 'agreed-to', count: 4, days: 9 },
    { step: 'agreement', count: 3, days: 41 },
  ],
  amount: 12_345_678,
  losses: [
    { reason: 'price', count: 7 },
    { reason: 'capacity', count: 1 },
  ],
  samples: 0,
};

test('the public is not told of fewer than five, nor how long so few took, nor their money', () => {
  const { steps, amount, losses } = publicFunnel(funnel);
  expect(steps.map(({ count }) => count)).toEqual([260, 110, 110, 90, 48, undefined, undefined]);
  expect(steps.map(({ days }) => days)).toEqual([undefined, 6.5, 1, 0, 12, undefined, undefined]);
  expect([amount, losses]).toEqual([
    undefined,
    [
      { reason: 'price', count: 7 },
      { reason: 'capacity', count: undefined },
    ],
  ]);
});

test('from five agreements on their sum is shown, rounded', () => {
  const steps = funnel.steps.map((step) => ({ ...step, count: Math.max(step.count, 5) }));
  expect(publicFunnel({ ...funnel, steps }).amount).toBe(12_300_000);
});

test('nothing at all is nought, not "fewer than five"', () => {
  const steps = funnel.steps.map((step) => ({ ...step, count: 0 }));
  expect(publicFunnel({ ...funnel, steps, losses: [] }).steps.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('a step is compared with the one before', () => {
  expect(funnel.steps.map((_, place) => shareOf(funnel.steps, place))).toEqual([undefined, 42, 100, 82, 53, 8, 75]);
  expect(shareOf([{ count: 0 }, { count: 0 }], 1)).toBeUndefined();
});

test('an address that asks for nonsense asks for everything', () => {
  const asked = { side: 'x', zone: "1' or 1=1", industry: '../', organisation: '-3', year: '99999' };
  expect(funnelQuery.parse(asked)).toEqual({ side: 'need' });
  expect(funnelQuery.parse({ side: 'offer', year: '2026' })).toEqual({ side: 'offer', year: 2026 });
});
