import { expect, test } from 'vitest';
import { freshnessOf } from './freshness.ts';

test.each([
  ['original', 'the text first written', { original: true, translatesRevision: null, of: 7 }],
  ['current', 'a translation of the latest revision', { original: false, translatesRevision: 3, of: 3 }],
  ['stale', 'a translation of an earlier revision', { original: false, translatesRevision: 2, of: 3 }],
  ['stale', 'a translation of nobody knows what', { original: false, translatesRevision: null, of: 1 }],
] as const)('%s is %s', (freshness, _, edition) => {
  expect(freshnessOf(edition, edition.of)).toBe(freshness);
});
