import { expect, test } from 'vitest';
import { nextRun } from './cron.ts';

const from = new Date('2026-03-04T10:02:30+08:00');

test.each([
  ['*/5 * * * *', '2026-03-04T10:05:00+08:00'],
  ['0 8 * * *', '2026-03-05T08:00:00+08:00'],
  ['30 2 * * 0', '2026-03-08T02:30:00+08:00'],
  ['2 10 * * *', '2026-03-05T10:02:00+08:00'],
  ['15,45 * * * *', '2026-03-04T10:15:00+08:00'],
])('%s comes next at %s', (cron, next) => {
  expect(nextRun(cron, from)).toEqual(new Date(next));
});
