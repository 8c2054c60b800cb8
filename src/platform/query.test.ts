import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseQuery } from './query.ts';

const schema = z.object({
  level: z.enum(['national', 'provincial']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  q: z.string().max(5).optional(),
});

function answer(query: string): unknown {
  const outcome = parseQuery(schema, new URLSearchParams(query));
  return outcome.ok ? outcome.value : outcome.problems.map((problem) => problem.says.en);
}

test.each([
  ['', { limit: 50 }],
  ['level=national&limit=10', { level: 'national', limit: 10 }],
  ['level=&q=', { limit: 50 }],
  ['lvl=national', ['There is no parameter “lvl”. You can use: level, limit, q.']],
  ['level=city', ['“level” must be one of: national, provincial.']],
  ['limit=500', ['“limit” may be 100 at most.']],
  ['limit=0', ['“limit” must be 1 at least.']],
  ['limit=ten', ['The value of “limit” could not be understood.']],
  ['q=a&q=b', ['The parameter “q” may be given only once.']],
  ['__proto__=x', ['There is no parameter “__proto__”. You can use: level, limit, q.']],
])('“%s” is answered clearly', (query, expected) => {
  expect(answer(query)).toEqual(expected);
});

test('no query of any characters throws', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      expect(parseQuery(schema, new URLSearchParams(query))).toHaveProperty('ok');
    }),
  );
});
