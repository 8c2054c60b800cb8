import { isDay } from '#language/dates.ts';
import { fromChinese } from './chinese-number.ts';

/** A day that a text means; an end where the text names a span, or a day by which something is to be. */
export interface MeantDay {
  readonly day: string;
  readonly isEnd: boolean;
}

type Said = Readonly<Record<string, string | undefined>>;
type Reading = readonly [pattern: RegExp, day: (said: Said, year: number) => string, isEnd?: true];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?<name>${months.join('|')})[a-z]*\\.?`;
const by = '(?<by>by |before |until )?';
const inYear = '(?:(?<y>\\d{4}|\\d{2}) ?年(?:度)?)?';

const at = (year: number, of: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(of).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const last = (year: number, of: number) => at(year, of, new Date(Date.UTC(year, of, 0)).getUTCDate());
const number = (text: string | undefined) => Number(text ?? Number.NaN);
const named = ({ name }: Said) => months.indexOf((name ?? '').slice(0, 3)) + 1;

/** From the most particular to the least; each whole. */
const readings: readonly Reading[] = [
  [/^(?<y>\d{4})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})(?:[ t]\d{1,2}:\d\d(?::\d\d)?)?$/, daySaid],
  [new RegExp(`^${inYear}(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号]?$`), daySaid],
  [/^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/, daySaid],
  [new RegExp(`^${inYear}(?<m>\\d{1,2})月(?:份)?(?:上旬)$`), ({ m }, year) => at(year, number(m), 10), true],
  [new RegExp(`^${inYear}(?<m>\\d{1,2})月(?:份)?(?:中旬)$`), ({ m }, year) => at(year, number(m), 20), true],
  [new RegExp(`^${inYear}(?<m>\\d{1,2})月(?:份)?初$`), ({ m }, year) => at(year, number(m), 1)],
  [new RegExp(`^${inYear}(?<m>\\d{1,2})月(?:份)?(?:底|末|下旬)?$`), monthSaid, true],
  [/^(?<y>\d{4})[-./](?<m>\d{1,2})$/, monthSaid, true],
  [new RegExp(`^${inYear}第?(?<q>[1-4])季度?(?:底|末)?$`), quarter, true],
  [/^(?:(?<y>\d{4}) ?)?q(?<q>[1-4])$|^q(?<q2>[1-4]) (?<y2>\d{4})$/, quarter, true],
  [new RegExp(`^${inYear}上半年(?:底|末)?$`), (_, year) => at(year, 6, 30), true],
  [new RegExp(`^${inYear}下半年(?:底|末)?$`), (_, year) => at(year, 12, 31), true],
  [/^h(?<h>[12])(?: (?<y>\d{4}))?$/, ({ h }, year) => (h === '1' ? at(year, 6, 30) : at(year, 12, 31)), true],
  [/^(?<y>\d{4}) ?年?(?:年?[底末]|全年|年度)?$/, (_, year) => at(year, 12, 31), true],
  [/^(?<y>\d{2})年(?:年?[底末])?$/, (_, year) => at(year, 12, 31), true],
  [/^年[底末]$|^全年$|^(?:the )?end of (?:the )?year$/, (_, year) => at(year, 12, 31), true],
  [/^(?:the )?end of (?<y>\d{4})$/, (_, year) => at(year, 12, 31), true],
  [new RegExp(`^${by}(?<d>\\d{1,2}) ${month}(?:,? (?<y>\\d{4}))?$`), nameSaid],
  [new RegExp(`^${by}${month} (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\\d{4}))?$`), nameSaid],
  [new RegExp(`^(?:the )?(?:end of )?${month}(?: (?<y>\\d{4}))?$`), (said, year) => last(year, named(said)), true],
];

function daySaid({ m, d }: Said, year: number): string {
  return at(year, number(m), number(d));
}

function monthSaid({ m }: Said, year: number): string {
  return number(m) <= 12 ? last(year, number(m)) : '';
}

function quarter({ q, q2 }: Said, year: number): string {
  return last(year, number(q ?? q2) * 3);
}

function nameSaid(said: Said, year: number): string {
  return at(year, named(said), number(said['d']));
}

const longest = 40;
const deadline = /(?:以前|之前|前|止|为止)$/;
const deadlineInEnglish = /^(?:by|before|until) /;

/**
 * The day that people mean: 2026年3月底, 2026年一季度, 3月15日前, 2026.3.15, 年底前, 15 March 2026, a day as Excel
 * counts it. A day without a year is in the given one; without one given it is none.
 */
export function readDay(text: string, year?: number): MeantDay | undefined {
  if (text.length > longest) return undefined;
  const plain = withDigits(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
  const serial = daySerial(plain);
  if (serial !== undefined) return { day: serial, isEnd: false };
  const stem = plain.replace(deadline, '').replace(deadlineInEnglish, '');
  for (const reading of readings) {
    const found = reading[0].exec(tidied(stem));
    if (found) return meant(reading, found.groups ?? {}, { year, isDeadline: stem !== plain });
  }
  return undefined;
}

/** Blanks between Chinese say nothing, and 今年 is the year given. */
function tidied(text: string): string {
  const joined = /[年月日号季]/.test(text) ? text.replaceAll(' ', '') : text;
  return joined.replace(/^(?:今年|本年度?|当年)/, '').replace(/星期.$|\(?周[一二三四五六日]\)?$/, '');
}

function meant(
  [, dayOf, isSpan]: Reading,
  said: Said,
  { year, isDeadline }: { year: number | undefined; isDeadline: boolean },
): MeantDay | undefined {
  const given = said['y'] ?? said['y2'];
  const full = given === undefined ? year : fullYear(Number(given));
  if (full === undefined) return undefined;
  const day = dayOf(said, full);
  return isDay(day) ? { day, isEnd: isSpan === true || isDeadline } : undefined;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** 二〇二六年三月十五日 and 一季度 in digits. */
function withDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+(?=[年月日号季])/g, (said) => String(fromChinese(said) ?? said));
}

/** Days since 1899-12-30, from 1950 to 2099: as a spreadsheet says a date that lost its format. */
function daySerial(text: string): string | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
  const days = Math.floor(Number(text));
  if (days < 18_264 || days > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day as Chinese documents write it. */
export function writeDay(day: string): string {
  const [year = '', of = '', date = ''] = day.split('-');
  return `${year}年${Number(of)}月${Number(date)}日`;
}
