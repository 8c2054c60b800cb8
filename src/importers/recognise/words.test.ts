import { expect, test } from 'vitest';
import { clean } from './words.ts';

test('a text that is clean already comes back as the long way round would give it', () => {
  // An invisible character is taken out, and with it every text goes the long way.
  const different = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    .flatMap((character) => [character, `a${character}`, `${character}一${character}`])
    .filter((text) => clean(text) !== clean(`\u200b${text}`));
  expect(different).toEqual([]);
});

test('what nobody sees is taken out, and accents are composed', () => {
  expect(clean('a\u0000b\u200bc\ufeff')).toBe('abc');
  expect(clean('e\u0301cole')).toBe('école');
});
