import { inChinese } from '#text/chinese-number.ts';

/** Beyond this nobody counts a paragraph: letters and circles end long before. */
const highest = 9999;

const legal: Readonly<Record<string, string>> = {
  ...{ 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖' },
  ...{ 十: '拾', 百: '佰', 千: '仟' },
};
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const romans: readonly (readonly [string, number])[] = [
  ...([['m', 1000] as const, ['cm', 900] as const, ['d', 500] as const, ['cd', 400] as const] as const),
  ...([['c', 100] as const, ['xc', 90] as const, ['l', 50] as const, ['xl', 40] as const] as const),
  ...([['x', 10] as const, ['ix', 9] as const, ['v', 5] as const, ['iv', 4] as const, ['i', 1] as const] as const),
];

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: inChinese,
  chineseCountingThousand: inChinese,
  taiwaneseCounting: inChinese,
  taiwaneseCountingThousand: inChinese,
  japaneseCounting: inChinese,
  ideographDigital: (value) => [...String(value)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join(''),
  chineseLegalSimplified: (value) => inChinese(value).replace(/./gu, (one) => legal[one] ?? one),
  ideographTraditional: (value) => stems[value - 1] ?? String(value),
  ideographZodiac: (value) => branches[value - 1] ?? String(value),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => [...String(value)].map((digit) => '０１２３４５６７８９'.charAt(Number(digit))).join(''),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => lettered(value, 'A'),
  lowerLetter: (value) => lettered(value, 'a'),
  none: () => '',
};

/** A number as Word writes it in one of its formats; formats of other scripts come as digits. */
export function numberAs(format: string, value: number): string {
  const counted = Math.min(Math.max(value, 0), highest);
  return Object.hasOwn(formats, format) ? (formats[format]?.(counted) ?? '') : String(counted);
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

function roman(value: number): string {
  let rest = value;
  return romans
    .map(([letters, size]) => {
      const times = Math.floor(rest / size);
      rest -= times * size;
      return letters.repeat(times);
    })
    .join('');
}

/** After z Word writes aa, bb. */
function lettered(value: number, first: string): string {
  if (value < 1) return '';
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(value / 26)));
}
