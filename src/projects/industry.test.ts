import { expect, test } from 'vitest';
import { divisionOf, divisionsCalled, industryNamed } from './industry.ts';

test('a code says its division by name, with or without the letter of its section', () => {
  expect([divisionOf('C3984'), divisionOf('39')]).toEqual(['39', '39']);
  expect(industryNamed('C2710')).toEqual({ zh: 'C2710 医药制造业', en: 'C2710 Pharmaceuticals' });
  expect(industryNamed('99').zh).toBe('99');
});

test('a division is meant by its name in full or in short, and by nothing less', () => {
  expect(divisionsCalled('医药')).toEqual(['27']);
  expect(divisionsCalled('医药制造业')).toEqual(['27']);
  expect(divisionsCalled('制造')).toEqual([]);
});
