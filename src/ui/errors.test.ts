import { expect, test } from 'vitest';
import { errorText, searchGuess, zoneCodeIn } from './errors.ts';

test.each([
  ['/zh/news/suzhou-industrial-park.html', 'suzhou industrial park'],
  ['/zh/%E7%9B%B8%E5%9F%8E%E7%BB%8F%E5%BC%80%E5%8C%BA', '相城经开区'],
  ['/zh/zones/99999999', ''],
  ['/%E0%A4%A', ''],
  ['/', ''],
])('the address %s suggests a search for “%s”', (path, guess) => {
  expect(searchGuess(path)).toBe(guess);
});

test('every status has a title of its kind', () => {
  expect(errorText(404).title.zh).toBe('没有找到这个页面');
  expect(errorText(500)).toEqual(errorText(503));
  expect(errorText(403).title.en).toBe('This could not be done');
});

test('a zone code is seen in an address also when it is not one', () => {
  expect(zoneCodeIn('/zh/zones/3210102')).toBe('3210102');
  expect(zoneCodeIn('/zh/zones/compare')).toBeUndefined();
});
