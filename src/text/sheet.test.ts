import { expect, test } from 'vitest';
import { csvOf, jsonOf, type Sheet } from './sheet.ts';

const text = async (pieces: AsyncIterable<string>) => (await Array.fromAsync(pieces)).join('');
const sheet: Sheet = {
  name: 'zones',
  header: ['code', 'name'],
  rows: [
    ['1', '=a, "b"'],
    ['2', null],
  ],
};

test('a sheet as CSV is UTF-8 with a mark, and no cell of it begins a formula', async () => {
  expect(await text(csvOf(sheet))).toBe('\uFEFFcode,name\r\n1,"\'=a, ""b"""\r\n2,\r\n');
});

test('a sheet as JSON is an array of records, also when it is empty', async () => {
  expect(JSON.parse(await text(jsonOf(sheet)))).toEqual([
    { code: '1', name: '=a, "b"' },
    { code: '2', name: null },
  ]);
  expect(JSON.parse(await text(jsonOf({ ...sheet, rows: [] })))).toEqual([]);
});
