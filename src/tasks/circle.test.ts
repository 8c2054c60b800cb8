import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wayBetween, type Edge } from './circle.ts';

test.each<[string, Edge[], number[] | undefined]>([
  ['nobody waits', [], undefined],
  [
    'one after the other',
    [
      [1, 2],
      [2, 3],
    ],
    undefined,
  ],
  [
    'two wait for each other',
    [
      [1, 2],
      [2, 1],
    ],
    [1, 2, 1],
  ],
  [
    'three in a circle',
    [
      [1, 2],
      [2, 3],
      [3, 1],
    ],
    [1, 2, 3, 1],
  ],
  [
    'the shorter way is told',
    [
      [1, 2],
      [2, 3],
      [3, 1],
      [1, 3],
    ],
    [1, 3, 1],
  ],
  [
    'a circle elsewhere is not this one',
    [
      [1, 2],
      [2, 3],
      [3, 2],
    ],
    undefined,
  ],
])('%s', (_, edges, way) => {
  expect(wayBetween(edges, 1)).toEqual(way);
});

test('tasks that only wait for earlier ones never wait in a circle', () => {
  const edge = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })).filter(([one, other]) => one !== other);
  fc.assert(
    fc.property(fc.array(edge), fc.nat({ max: 30 }), (pairs, start) => {
      const forward = pairs.map(([one, other]): Edge => [Math.max(one, other), Math.min(one, other)]);
      expect(wayBetween(forward, start)).toBeUndefined();
    }),
  );
});
