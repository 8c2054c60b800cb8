import { chineseNumerals, fromChinese } from './chinese-number.ts';
import { scaleOf, unitOf, type Unit } from './units.ts';

/** A number and the unit it is kept in; a number alone has none. */
export interface Amount {
  readonly value: number;
  readonly unit: string | undefined;
}

const symbols: Readonly<Record<string, string>> = { '¥': '元', '￥': '元', $: '美元', us$: '美元', '€': '欧元' };
const leads = /^(约|大约|共计?|合计|about |some )/;
const arabic = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(.*)$/;
const chinese = new RegExp(`^(负?)(${chineseNumerals}+)(?:点([零〇一二三四五六七八九]+))?(.*)$`, 'u');
const longest = 60;

/**
 * What people write as a number: 12,000, ３．５亿元, 1.2万, 一千二百亿, 百分之五, CNY 1.2 billion. A number without a
 * unit takes that of its column, where one is given.
 */
export function readAmount(text: string, column?: Unit): Amount | undefined {
  if (text.length > longest) return undefined;
  const { rest, sign } = withoutSymbol(plainText(text));
  const found = percentInWords(rest) ?? arabicIn(rest) ?? chineseIn(rest);
  if (!found) return undefined;
  return withUnit(found, sign, column);
}

function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/，/g, ',').replace(/\s+/g, ' ').trim().replace(leads, '').trim();
}

/** The sign of a currency may stand in front, and so may its name in English. */
function withoutSymbol(text: string): { rest: string; sign: string | undefined } {
  const [lead = ''] = /^(us\$|[¥￥$€]|(?:cny|rmb|usd|eur|人民币)(?=[ \d零一二三四五六七八九十]))/u.exec(text) ?? [];
  return {
    rest: text.slice(lead.length).trim(),
    sign: lead === '' ? undefined : (symbols[lead] ?? unitOf(lead)?.unit),
  };
}

interface Found {
  readonly value: number;
  readonly behind: string;
}

function arabicIn(text: string): Found | undefined {
  const [, number, behind = ''] = arabic.exec(text.replace(/^[−－﹣]/, '-')) ?? [];
  return number === undefined ? undefined : { value: Number(number.replaceAll(',', '')), behind };
}

function chineseIn(text: string): Found | undefined {
  const found = chinese.exec(text);
  const whole = fromChinese(found?.[2] ?? '');
  if (!found || whole === undefined) return undefined;
  const value = whole + fractionOf(found[3]);
  return { value: found[1] === '' ? value : -value, behind: found[4] ?? '' };
}

function fractionOf(digits = ''): number {
  return digits === '' ? 0 : Number(`0.${[...digits].map((one) => fromChinese(one)).join('')}`);
}

function percentInWords(text: string): Found | undefined {
  if (!text.startsWith('百分之')) return undefined;
  const found = arabicIn(text.slice(3)) ?? chineseIn(text.slice(3));
  return found?.behind === '' ? { value: found.value, behind: '%' } : undefined;
}

function withUnit({ value, behind }: Found, sign: string | undefined, column: Unit | undefined): Amount | undefined {
  if (behind === '') return bare(value, sign, column);
  const scale = scaleOf(behind);
  if (scale !== undefined) return { value: scaled(value, scale), unit: sign ?? column?.unit };
  const unit = unitOf(behind);
  const fits = unit !== undefined && (sign === undefined || sign === unit.unit);
  return fits ? { value: scaled(value, unit.times), unit: unit.unit } : undefined;
}

function bare(value: number, sign: string | undefined, column: Unit | undefined): Amount {
  if (sign !== undefined) return { value, unit: sign };
  return { value: scaled(value, column?.times ?? 1), unit: column?.unit };
}

/** Without the dust that multiplying decimals leaves. */
function scaled(value: number, times: number): number {
  return Number((value * times).toPrecision(15));
}

/** The number in that unit, as a person writes it: 12345000 in 万元 is 1,234.5万元. */
export function writeAmount(value: number, unit: string): string {
  const { times } = unitOf(unit) ?? { times: 1 };
  const [whole = '', decimals] = plainNumber(value / times).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${decimals === undefined ? '' : `.${decimals}`}${unit}`;
}

/** Never 1e21 nor 1e-7: those are no numbers to a reader. */
export function plainNumber(value: number): string {
  const short = Number(value.toPrecision(15));
  if (!String(short).includes('e')) return String(short);
  if (Math.abs(short) > 1) return BigInt(short).toString();
  return short.toFixed(15).replace(/\.?0+$/, '');
}
