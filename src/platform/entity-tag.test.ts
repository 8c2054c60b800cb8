import { expect, test } from 'vitest';
import { entityTag, hasIt } from './entity-tag.ts';

const tag = entityTag('{"data":[]}');

test('the same bytes have the same tag, others another', () => {
  expect(entityTag('{"data":[]}')).toBe(tag);
  expect(entityTag('{"data":[1]}')).not.toBe(tag);
});

test.each([
  [tag, true],
  [`"old", W/${tag}`, true],
  ['*', true],
  ['"old"', false],
  [null, false],
])('If-None-Match: %s means the reader has it: %s', (header, expected) => {
  expect(hasIt(header, tag)).toBe(expected);
});
