import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWithPlaces, normalise, toSimplified } from './normalise.ts';

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['經濟技術開發區', '经济技术开发区'],
  ['  两个　 空格\n', '两个 空格'],
  ['São Paulo', 'sao paulo'],
  ['e\u0301cole', 'ecole'],
  ['がぎぐ', 'がぎぐ'],
])('%j and %j are the same to a search', (written, compared) => {
  expect(normalise(written)).toBe(compared);
});

test('traditional characters become simplified ones, other text is left alone', () => {
  expect(toSimplified('半導體產業')).toBe('半导体产业');
  expect(toSimplified('Suzhou')).toBe('Suzhou');
});

test('any text can be normalised, and twice is the same as once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalise(text);
      expect(once.isWellFormed()).toBe(true);
      expect(normalise(once)).toBe(once);
    }),
  );
});

test('every place of a folded text leads back into the original', () => {
  const folded = foldWithPlaces('面积㎡與Ａ');
  expect(folded.text).toBe('面积m2与a');
  expect(folded.from).toEqual([0, 1, 2, 2, 3, 4, 5]);
});
