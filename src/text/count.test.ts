import { expect, test } from 'vitest';
import { countOf } from './count.ts';

test.each([
  ['', 0, 0, 1],
  ['相城经开区GDP增长6.5%，达1,000亿元。', 10, 3, 1],
  ['A zone’s state-of-the-art plant', 0, 4, 1],
  ['园'.repeat(1200), 1200, 0, 3],
])('%s', (text, ...[characters, words, minutes]) => {
  expect(countOf(text)).toEqual({ characters, words, minutes });
});
