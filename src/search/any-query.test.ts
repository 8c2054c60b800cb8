import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withEverything } from '../../tests/support/search-entries.ts';
import { findHits } from './read.server.ts';
import { suggest } from './suggest.server.ts';

test.each([
  "'",
  '"',
  '\\',
  "'); drop table search_entry; --",
  '%',
  '&|!():*<->',
  '\0',
  '\ud800',
  '🧑‍🚀',
  '-',
  '--',
  '""',
  '-""',
  ':*',
  '@kind:zone',
  '=x',
  '~x:*',
  ' ',
  'a'.repeat(5000),
  '经'.repeat(500),
])('no query fails: %j', (text) =>
  withEverything(async (tx) => {
    await expect(findHits(tx, { text, lang: 'zh' })).resolves.toBeDefined();
    await expect(suggest(tx, text, 'zh')).resolves.toBeDefined();
  })(),
);

test(
  'no query of any characters fails',
  withEverything(async (tx) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        await findHits(tx, { text, lang: 'zh' });
        await suggest(tx, text, 'zh');
      }),
      { numRuns: 60 },
    );
  }),
);

test.each([
  ['相', '相城经济技术开发区'],
  ['xiangch', '相城经济技术开发区'],
  ['xcj', '相城经济技术开发区'],
  ['kunshan', '昆山经济技术开发区'],
  ['su zhou', '苏州市'],
])('typing %j offers %s', (typed, title) =>
  withEverything(async (tx) => {
    expect((await suggest(tx, typed, 'zh')).map((one) => one.title)).toContain(title);
  })(),
);
