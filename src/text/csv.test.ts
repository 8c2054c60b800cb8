import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, csvRecords, harmless, parseCsv } from './csv.ts';

test('quotes, commas and line breaks inside a field are part of it', () => {
  expect(parseCsv('a,"b,""c""\nd"\r\ne,\n')).toEqual([
    ['a', 'b,"c"\nd'],
    ['e', ''],
  ]);
});

test('a byte-order mark is not part of the first name', () => {
  expect(csvRecords('\uFEFFcode,name\n1,x\n2\n')).toEqual([
    { code: '1', name: 'x' },
    { code: '2', name: '' },
  ]);
});

test.each(['=1+1', '+86', '-2', '@sum', ' =1', '　＝1', '\t=1'])('a spreadsheet does not run %j', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
});

test('a negative number stays a number', () => expect(csvLine([-5, '苏州', null])).toBe('-5,苏州,\r\n'));

test('what is written is read back', () => {
  const cell = fc.string().filter((text) => harmless(text) === text);
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (all) => {
      expect(parseCsv(all.map(csvLine).join(''))).toEqual(all);
    }),
  );
});
