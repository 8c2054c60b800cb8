import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inChinese } from './chinese-number.ts';
import { plainNumber, readAmount, writeAmount } from './numerals.ts';
import { unitOf } from './units.ts';

test.each<[string, number, string | undefined]>([
  ['12,000', 12_000, undefined],
  ['12000.50', 12_000.5, undefined],
  ['-3', -3, undefined],
  ['−3', -3, undefined],
  ['１２，０００', 12_000, undefined],
  ['1.2万', 12_000, undefined],
  ['3.5亿', 350_000_000, undefined],
  ['３．５亿元', 350_000_000, '元'],
  ['3.5 亿元', 350_000_000, '元'],
  ['1200万元', 12_000_000, '元'],
  ['1.15亿元', 115_000_000, '元'],
  ['50百万元', 50_000_000, '元'],
  ['2.5万亿元', 2_500_000_000_000, '元'],
  ['100元', 100, '元'],
  ['¥1,200', 1200, '元'],
  ['￥1,200.00元', 1200, '元'],
  ['约3亿元', 300_000_000, '元'],
  ['5000万美元', 50_000_000, '美元'],
  ['$5 million', 5_000_000, '美元'],
  ['US$ 1.2bn', 1_200_000_000, '美元'],
  ['CNY 1.2 billion', 1_200_000_000, '元'],
  ['RMB 300m', 300_000_000, '元'],
  ['一千二百亿', 120_000_000_000, undefined],
  ['一千二百亿元', 120_000_000_000, '元'],
  ['三点五亿元', 350_000_000, '元'],
  ['十二个', 12, '个'],
  ['两家', 2, '家'],
  ['120亩', 120, '亩'],
  ['8公顷', 120, '亩'],
  ['1.2 ha', 18, '亩'],
  ['3平方公里', 4500, '亩'],
  ['2万平方米', 20_000, '平方米'],
  ['12.5%', 12.5, '%'],
  ['１２．５％', 12.5, '%'],
  ['百分之十二', 12, '%'],
  ['百分之12.5', 12.5, '%'],
  ['3个百分点', 3, '%'],
  ['1.2万人', 12_000, '人'],
  ['20人', 20, '人'],
  ['35项', 35, '项'],
])('%s is %d %s', (text, value, unit) => expect(readAmount(text)).toEqual({ value, unit }));

test.each([
  '',
  '—',
  '待定',
  '3亿到5亿元',
  '三个亩',
  '1,2,3',
  '12 000万 元整',
  '2026-03-01',
  '¥5美元',
  '万元',
  '1'.repeat(99),
])('%j is no number', (text) => expect(readAmount(text)).toBeUndefined());

test('a bare number takes the unit of its column, one with a unit keeps its own', () => {
  expect(readAmount('3.5', unitOf('亿元'))).toEqual({ value: 350_000_000, unit: '元' });
  expect(readAmount('800万元', unitOf('亿元'))).toEqual({ value: 8_000_000, unit: '元' });
  expect(readAmount('1.1', unitOf('万元'))).toEqual({ value: 11_000, unit: '元' });
});

test.each<[string, string, number]>([
  ['万元', '元', 10_000],
  ['亿元', '元', 100_000_000],
  ['千元', '元', 1000],
  ['万美元', '美元', 10_000],
  ['公顷', '亩', 15],
  ['万人', '人', 10_000],
  ['CNY 10,000', '元', 10_000],
  ['CNY million', '元', 1_000_000],
  ['%', '%', 1],
])('a header with %s means %s times %d', (text, unit, times) => expect(unitOf(text)).toEqual({ unit, times }));

test('a name is no unit', () => {
  for (const text of ['', '万', '金额', 'constructor', '含税', '2026年']) expect(unitOf(text)).toBeUndefined();
});

const unitNames = ['元', '万元', '亿元', '美元', '万美元', '亩', '公顷', '%', '个', '家', '人', '万人'];

test('every amount that is written is read again', () =>
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...unitNames), (thousandths, unit) => {
      const { unit: kept, times } = unitOf(unit) ?? { unit: '', times: 1 };
      const value = Number(((thousandths / 1000) * times).toPrecision(15));
      expect(readAmount(writeAmount(value, unit))).toEqual({
        value: value === 0 ? expect.closeTo(0) : value,
        unit: kept,
      });
    }),
  ));

test('every whole number in Chinese with a unit is read again', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom('元', '个', '家', '人', '亩'),
      (value, unit) => {
        expect(readAmount(`${inChinese(value)}${unit}`)).toEqual({ value, unit });
      },
    ),
  ));

test('no text whatever is more than a moment’s work, and none throws', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void readAmount(text))));

test('a number is written without an exponent', () => {
  expect([1e21, 1.5e-7, 0.1 + 0.2].map(plainNumber)).toEqual(['1000000000000000000000', '0.00000015', '0.3']);
});
