import { readDay } from './numeral-days.ts';

/** The time at the end of a text: 09:30, 9时30分, 上午9点, 14:00:00, 2 pm. */
const time =
  /(?<half>上午|早上|中午|下午|晚上|晚)? ?(?<h>\d{1,2})(?:[:时点](?<m>[0-5]?\d)?分?(?<half60>半)?(?::[0-5]\d)?整?| ?(?=[ap]m$))(?: ?(?<latin>am|pm))?$/;
const longest = 60;
const minutesOfDay = 24 * 60;

/**
 * The moment that people mean, as the site writes it: 2026年9月11日上午9:00 and 2026/9/11 9:00 are `2026-09-11 09:00`, and so
 * is the number that a spreadsheet keeps of it. A day alone is no moment, nor is a span such as 9月底.
 */
export function readMoment(text: string, year?: number): string | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\d)t(?=\d\d:)/, '$1 ');
  if (/^\d{5}\.\d+$/.test(plain)) return serialMoment(Number(plain));
  const found = time.exec(plain);
  if (!found) return undefined;
  const day = readDay(withoutWeekday(plain.slice(0, found.index)), year);
  const minutes = minutesIn(found.groups ?? {});
  return !day || day.isEnd || minutes === undefined ? undefined : `${day.day} ${clock(minutes)}`;
}

function withoutWeekday(text: string): string {
  return text.replace(/[,(]?(?:星期|周)[一二三四五六日天]\)?,? ?$/, '').trim();
}

function minutesIn(said: Readonly<Record<string, string | undefined>>): number | undefined {
  const { half = '', latin = '', h, m = 0, half60 } = said;
  const minutes = hourOf(Number(h), half + latin) * 60 + (half60 ? 30 : Number(m));
  return minutes < minutesOfDay ? minutes : undefined;
}

/** The hour of the day; 晚上12点 may be either end of it, so it is none. */
function hourOf(hour: number, part: string): number {
  if (part === 'am') return hour % 12;
  if (part.startsWith('晚') && hour === 12) return Number.NaN;
  const isAfterNoon = /下午|晚|pm/.test(part) || (part === '中午' && hour < 11);
  return isAfterNoon && hour < 12 ? hour + 12 : hour;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Days since 1899-12-30 with their fraction, as a spreadsheet says a moment that lost its format. */
function serialMoment(days: number): string | undefined {
  const minutes = Math.round((days % 1) * minutesOfDay);
  const day = readDay(String(Math.floor(days) + (minutes === minutesOfDay ? 1 : 0)))?.day;
  return day && `${day} ${clock(minutes % minutesOfDay)}`;
}
