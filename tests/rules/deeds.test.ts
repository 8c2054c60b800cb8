import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionWords, kindWords } from '#language/words/deeds.ts';

/** Every call that writes to history, with what it says it does. */
const calls = globSync('src/**/*.server.ts')
  .filter((file) => /\bremember\(/.test(readFileSync(file, 'utf8')))
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'));

test('every kind of record and every deed that history keeps has words in both languages', () => {
  const kinds = calls.flatMap((line) => /kind: '([\w-]+)', record/.exec(line)?.[1] ?? []);
  const actions = calls.flatMap((line) =>
    [...line.matchAll(/action: (?:\w+ \? )?'([^']+)'(?: : '([^']+)')?/g)].flatMap(([, a, b]) => [a, b]),
  );
  expect(kinds.length).toBeGreaterThan(10);
  expect(actions.length).toBeGreaterThan(30);
  expect(kinds.filter((kind) => !(kind in kindWords))).toEqual([]);
  expect(actions.filter((action) => action !== undefined && !(action in actionWords))).toEqual([]);
});
