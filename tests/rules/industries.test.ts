import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The official lists lie beside the checkout on the machines where this data is kept up; they are not ours to ship. */
const official = ['../shared/data/reference', '../../shared/data/reference'].find((folder) => existsSync(folder));
const skipped = official ? '' : ' (skipped: the official lists are not on this machine)';

function rowsOf(file: string): Record<string, string>[] {
  const [head = [], ...rows] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map(cellsOf);
  return rows.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const valuesOf = (rows: Record<string, string>[], column: string) => rows.map((row) => row[column] ?? '');
const divisionsIn = (column: string) => valuesOf(industries, column).flatMap((codes) => codes.split('|'));

const industries = rowsOf('reference/industries.csv');
const terms = rowsOf('reference/industry_terms.csv');

test('every industry has a code of its own, two names and at least one division of each standard', () => {
  expect(new Set(valuesOf(industries, 'code')).size).toBe(industries.length);
  for (const row of industries) {
    expect(row['code']).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(row['name_zh']).toMatch(/^[\p{Script=Han}、]+$/u);
    expect(row['name_en']).toMatch(/^[A-Z][\w ,-]+$/);
    expect(row['gbt4754']).toMatch(/^\d\d(\|\d\d)*$/);
    expect(row['isic']).toMatch(/^\d\d(\|\d\d)*$/);
  }
});

test('positions count from one without a gap', () => {
  expect(valuesOf(industries, 'position').map(Number)).toEqual(industries.map((_, place) => place + 1));
});

test('every term occurs once, has an English name, and leads to an industry of the list or to none', () => {
  const codes = new Set(['', ...valuesOf(industries, 'code')]);
  expect(new Set(valuesOf(terms, 'term')).size).toBe(terms.length);
  expect(terms.filter((row) => !codes.has(row['industry_code'] ?? 'missing'))).toEqual([]);
  expect(terms.filter((row) => !/^[A-Z]/.test(row['name_en'] ?? ''))).toEqual([]);
});

test('no industry of the list is without a term', () => {
  const used = new Set(valuesOf(terms, 'industry_code'));
  expect(valuesOf(industries, 'code').filter((code) => !used.has(code))).toEqual([]);
});

test.skipIf(!official)(`every division exists in the standard it is from${skipped}`, () => {
  const gbt4754 = new Set(valuesOf(rowsOf(`${official}/gbt4754_2017.csv`), 'code'));
  const isic = new Set(valuesOf(rowsOf(`${official}/isic_rev4_en.csv`), 'code'));
  expect(divisionsIn('gbt4754').filter((code) => !gbt4754.has(code))).toEqual([]);
  expect(divisionsIn('isic').filter((code) => !isic.has(code))).toEqual([]);
});

test('every term that a zone uses is in the list, so that nothing is lost', () => {
  const known = new Set(valuesOf(terms, 'term'));
  const used = valuesOf(rowsOf('reference/zones.csv'), 'industries_zh').flatMap((text) =>
    text.split('、').filter(Boolean),
  );
  expect(used.length).toBeGreaterThan(1000);
  expect(used.filter((term) => !known.has(term))).toEqual([]);
});
