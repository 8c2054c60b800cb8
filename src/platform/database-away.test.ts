import { expect, test } from 'vitest';
import { isDatabaseAway } from './database-away.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each(['ECONNREFUSED', '57P01', '57P03', '08006'])('%s means that the database is away', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(true);
  expect(isDatabaseAway(new Error('Failed query', { cause: withCode(code) }))).toBe(true);
});

test('so does a connection that ended in the middle', () => {
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
});

test('a wrong query is a bug', () => {
  expect(isDatabaseAway(withCode('42P01'))).toBe(false);
  expect(isDatabaseAway('x')).toBe(false);
});
