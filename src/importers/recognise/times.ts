import type { PublishedAt } from '../page.ts';

export interface FoundTime extends PublishedAt {
  /** Where in the text it stands, and how long it is there. */
  readonly index: number;
  readonly length: number;
}

type Parts = Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'half' | 'offset' | 'name', string>>;

const clock =
  '(?:[\\sT,，]*(?:星期.|周.|\\(.\\))?\\s*(?<half>凌晨|早上|上午|中午|下午|晚上|晚)?\\s*(?<hour>\\d{1,2})\\s*[:：时點点]\\s*(?<minute>\\d{2})(?:\\s*[:：分]\\s*\\d{2}(?:\\.\\d+)?)?\\s*(?<half2>[aApP]\\.?[mM]\\.?)?\\s*(?<offset>Z|GMT|UTC|[+-]\\d{2}:?\\d{2})?)?';
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthName = `(?<name>${months})[a-z]{0,6}\\.?`;

const forms: readonly RegExp[] = [
  `(?<year>(?:19|20)\\d{2})\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*日?${clock}`,
  `(?<!\\d)(?<year>(?:19|20)\\d{2})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)${clock}`,
  `(?<!\\w)(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthName},?[\\s-]+(?<year>(?:19|20)\\d{2})${clock}`,
  `(?<!\\w)${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d{2})(?:\\s+at)?${clock}`,
  `(?<!\\d)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?:\\s*(?<half>[ap]\\.?m\\.?))?,?\\s+${monthName}\\s+(?<day>\\d{1,2}),?\\s+(?<year>(?:19|20)\\d{2})`,
].map((form) => new RegExp(form, 'gi'));

const anyYear = /(?:19|20)\d{2}/;

/** Letters that may stand beside a date on a line of its own: a newspaper's name, a weekday. */
const mostBeside = 24;

/** Whether a line is a date with hardly anything beside it. */
export function isDateLine(text: string): boolean {
  if (text.length > 80) return false;
  const times = findTimes(text);
  const beside = times.reduceRight(
    (rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length),
    text,
  );
  return times.length > 0 && beside.length <= mostBeside && !/[，。；！？,;!?]/.test(beside);
}

/** Every date or time printed in a line, in reading order. Without an offset it is China's clock. */
export function findTimes(text: string): FoundTime[] {
  const plain = chineseNumerals(fullWidthDigits(text));
  // Most lines of a page are far from any date, and each form would try every place of them.
  if (!anyYear.test(plain)) return [];
  return forms
    .flatMap((form) => [...plain.matchAll(form)].flatMap((match) => timeOf(match)))
    .sort((one, other) => one.index - other.index || other.length - one.length)
    .filter((time, at, all) => !all.slice(0, at).some((before) => before.index + before.length > time.index));
}

/** The time a value that is nothing but a time stands for; also compact forms and epoch numbers. */
export function parseTime(value: string): PublishedAt | undefined {
  const text = value.trim();
  const compact = compactForm.exec(text);
  if (compact) return build({ ...compact.groups });
  if (/^\d{10}(\d{3})?$/.test(text)) return fromEpoch(Number(text.slice(0, 10)));
  const [first] = findTimes(text);
  return first && { at: first.at, precision: first.precision };
}

const compactForm = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})\d{0,2})?$/;

function fromEpoch(seconds: number): PublishedAt | undefined {
  const at = new Date(seconds * 1000);
  return at.getUTCFullYear() >= 1990 ? { at: chinaTime(at), precision: 'minute' } : undefined;
}

function timeOf(match: RegExpMatchArray): FoundTime[] {
  const groups = match.groups ?? {};
  const built = build({ ...groups, half: groups['half'] ?? groups['half2'] } as Parts);
  return built ? [{ ...built, index: match.index ?? 0, length: match[0].length }] : [];
}

function build(parts: Parts): PublishedAt | undefined {
  const year = Number(parts.year);
  const month = parts.name ? months.split('|').indexOf(parts.name.slice(0, 3).toLowerCase()) + 1 : Number(parts.month);
  const day = Number(parts.day);
  if (!isDay(year, month, day)) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = clockOf(parts);
  if (!time) return { at: `${date}T00:00:00+08:00`, precision: 'day' };
  return { at: chinaTime(new Date(`${date}T${time}:00${offsetOf(parts.offset)}`)), precision: 'minute' };
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1980 || year > 2099) return false;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

function clockOf(parts: Parts): string | undefined {
  if (parts.hour === undefined || parts.minute === undefined) return undefined;
  const hour = wholeDayHour(Number(parts.hour), parts.half ?? '');
  return hour < 24 && Number(parts.minute) < 60 ? `${two(hour)}:${parts.minute}` : undefined;
}

/** The hour on a clock of 24, from one of 12 with a word beside it. */
function wholeDayHour(hour: number, half: string): number {
  if (hour === 12 && /凌晨|^a/i.test(half)) return 0;
  const isLater = /下午|晚|^p/i.test(half) || (/中午/.test(half) && hour < 11);
  return isLater && hour < 12 ? hour + 12 : hour;
}

function offsetOf(offset: string | undefined): string {
  if (!offset) return '+08:00';
  return /^[+-]/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : 'Z';
}

/** The same moment written on China's clock. */
function chinaTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)}:00+08:00`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function fullWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

const numerals = '〇一二三四五六七八九';
const writtenYear = /[〇○零一二三四五六七八九]{4}(?=年[一二三四五六七八九十]{1,3}月)/g;
const writtenNumber = /[一二三四五六七八九十]{1,3}(?=[月日])/g;

/** 二〇二四年二月一日 is how official letters are dated. */
function chineseNumerals(text: string): string {
  const years = text.replace(writtenYear, (year) =>
    Array.from(year, (digit) => Math.max(0, numerals.indexOf(digit))).join(''),
  );
  return years.replace(writtenNumber, (number) => String(smallNumber(number)));
}

function smallNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '' ? 1 : Math.max(0, numerals.indexOf(tens));
  return ten * 10 + (ones === '' ? 0 : numerals.indexOf(ones));
}
