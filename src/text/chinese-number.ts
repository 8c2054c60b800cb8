const digits = '零一二三四五六七八九';
const digitOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...digits].map((digit, value) => [digit, value])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((digit, value) => [digit, value])),
  ...{ 两: 2, 俩: 2 },
};
const tensOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const groups: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];

/** Characters a number in Chinese is made of. */
export const chineseNumerals = `[${Object.keys(digitOf).join('')}${Object.keys(tensOf).join('')}万亿]`;

/** Longer than any number that is written. */
const longest = 40;

/** The whole number as Chinese counts: 1200 is 一千二百, 12 is 十二. For numbers below 10¹⁶. */
export function inChinese(value: number): string {
  const [name, size] = groups.find(([, one]) => value >= one) ?? ['', 1];
  if (size === 1) return underTenThousand(value);
  const rest = value % size;
  const gap = rest > 0 && rest < size / 10 ? '零' : '';
  return `${inChinese(Math.floor(value / size))}${name}${gap}${rest > 0 ? afterGroup(rest) : ''}`;
}

/** Behind a larger group ten is 一十, not 十. */
function afterGroup(rest: number): string {
  return inChinese(rest).replace(/^十/, '一十');
}

function underTenThousand(value: number): string {
  if (value === 0) return '零';
  const written = [1000, 100, 10, 1]
    .map((unit) => [Math.floor(value / unit) % 10, unit] as const)
    .map(([digit, unit]) => (digit === 0 ? '零' : `${digits[digit]}${{ 1000: '千', 100: '百', 10: '十' }[unit] ?? ''}`))
    .join('');
  return written
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十');
}

/** The number that Chinese characters say, 一千二百 as well as 二〇二六; undefined where they say none. */
export function fromChinese(text: string): number | undefined {
  if (text === '' || text.length > longest || ![...text].every(isNumeral)) return undefined;
  const isDigitsOnly = [...text].every((one) => one in digitOf);
  return isDigitsOnly ? Number([...text].map((one) => digitOf[one]).join('')) : grouped(text);
}

function isNumeral(one: string): boolean {
  return one in digitOf || one in tensOf || one === '万' || one === '亿';
}

function grouped(text: string): number | undefined {
  for (const [name, size] of groups) {
    const at = text.lastIndexOf(name);
    if (at === -1) continue;
    const before = fromChinese(text.slice(0, at));
    const after = text.slice(at + name.length);
    const rest = after === '' ? 0 : restOf(after, size);
    return before === undefined || before === 0 || rest === undefined || rest >= size
      ? undefined
      : before * size + rest;
  }
  return tens(text);
}

/** 一万二 is 12 000, and 一万零二 is 10 002. */
function restOf(after: string, size: number): number | undefined {
  const only = after.length === 1 ? digitOf[after] : undefined;
  return only === undefined ? fromChinese(after.replace(/^[零〇]+/, '')) : (only * size) / 10;
}

function tens(text: string): number | undefined {
  let total = 0;
  let last = 10_000;
  const parts = text.match(/[^十百千拾佰仟]*[十百千拾佰仟]|[^十百千拾佰仟]+$/g) ?? [];
  for (const part of parts) {
    const size = tensOf[part.slice(-1)];
    const value = size === undefined ? tailOf(part, last) : headOf(part.slice(0, -1), total) * size;
    if ((size ?? 1) >= last || Number.isNaN(value)) return undefined;
    total += value;
    last = size ?? 1;
  }
  return total;
}

/** 一百零五 ends in 5, 一百五 in 50. */
function tailOf(part: string, last: number): number {
  const digit = digitOf[part.slice(-1)] ?? Number.NaN;
  if (/^[零〇].$/.test(part)) return digit;
  if (part.length > 1) return Number.NaN;
  return last > 10 ? digit * (last / 10) : digit;
}

function headOf(part: string, total: number): number {
  const plain = total > 0 ? part.replace(/^[零〇]/, '') : part;
  if (plain === '') return total === 0 || part !== '' ? 1 : Number.NaN;
  return plain.length === 1 ? (digitOf[plain] ?? Number.NaN) : Number.NaN;
}
