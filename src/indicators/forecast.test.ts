import { expect, test } from 'vitest';
import { cumulative, trend, type Forecast, type Point } from './forecast.ts';

/** Numbers between nought and one, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const first = Math.imul(state ^ (state >>> 15), 1 | state);
    const mixed = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Normally distributed around nought (Box–Muller). */
const chance = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const runs = 800;

/** In how many runs what came was within the band; a series without a forecast is not counted. */
function shareWithin(run: (random: () => number) => { forecast: Forecast | undefined; came: number }): number {
  const told = Array.from({ length: runs }, (_, seed) => run(randomFrom(seed * 7919 + 13)));
  const judged = told.flatMap(({ forecast, came }) =>
    forecast ? [came >= forecast.low && came <= forecast.high] : [],
  );
  expect(judged.length).toBe(runs);
  return judged.filter(Boolean).length / judged.length;
}

type Series = (random: () => number, length: number) => number[];

/** Each value made of the one before. */
const stepping =
  (next: (before: number, random: () => number) => number): Series =>
  (random, length) => {
    let value = 100;
    return Array.from({ length }, () => (value = next(value, random)));
  };

const series: readonly (readonly [name: string, series: Series])[] = [
  ['a line with scatter', (random, length) => Array.from({ length }, (_, at) => 100 + 2 * at + 5 * chance(random))],
  ['a walk with a drift', stepping((before, random) => before + 2 + 5 * chance(random))],
  ['a walk that goes nowhere', stepping((before, random) => before + 5 * chance(random))],
  ['growth by a percentage', stepping((before, random) => before * (1.01 + 0.02 * chance(random)))],
];
const lengths = [4, 6, 12, 24];
const aheads = [1, 3, 6, 12];
const cases = series.flatMap(([name, make]) =>
  lengths.flatMap((count) => aheads.map((ahead) => [name, count, ahead, make] as const)),
);

/** The band is said to be right four times in five; a simulation of 800 runs may be off by three in a hundred. */
const promised = 0.8 - 0.03;

test.each(cases)(
  '%s: after %i values, the band %i periods ahead is right four times in five',
  (...[, count, ahead, make]) => {
    const share = shareWithin((random) => {
      const values = make(random, count + ahead);
      const known = values.slice(0, count).map((value, at): Point => ({ at, value }));
      return { forecast: trend(known, count - 1 + ahead), came: values.at(-1) ?? Number.NaN };
    });
    expect(share).toBeGreaterThanOrEqual(promised);
  },
);

/** Months that cumulate from January, with a weak February, years that grow, and the last one begun. */
function months(random: () => number, { years, begun }: { years: number; begun: number }) {
  const known: Point[] = [];
  let [usual, sum] = [100, 0];
  for (let at = 0; at < (years + 1) * 12; at += 1) {
    const month = at % 12;
    if (month === 0) [usual, sum] = [usual * (1.05 + 0.05 * chance(random)), 0];
    sum += usual * (1 + 0.15 * chance(random)) * (month === 1 ? 0.7 : 1);
    if (at < years * 12 + begun) known.push({ at, value: sum });
  }
  return { known, came: sum };
}

test.each([
  [0, 6],
  [1, 3],
  [2, 6],
  [4, 9],
])(
  'what cumulates: after %i whole years and %i months, the band at the end of the year is right four times in five',
  (years, begun) => {
    const share = shareWithin((random) => {
      const { known, came } = months(random, { years, begun });
      return { forecast: cumulative(known, years * 12 + 11, 12), came };
    });
    expect(share).toBeGreaterThanOrEqual(promised);
  },
);

test('fewer than four values of a point in time, or three of what cumulates, promise nothing', () => {
  const points = (count: number) => Array.from({ length: count }, (_, at) => ({ at, value: at }));
  expect(trend(points(3), 6)).toBeUndefined();
  expect(cumulative(points(2), 11, 12)).toBeUndefined();
});
