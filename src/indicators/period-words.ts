import type { TwoText } from '#language/lang.ts';
import { periodShapes, periodWords as words, quarterNumerals } from '#language/words/periods.ts';
import type { Accumulation } from './indicator.ts';
import { endAt, periodEnd, perYear, type Period } from './period.ts';

/** What a period is called: 2026年6月, 2026年第二季度, 2026年; of what cumulates, from when to when. */
export function periodInWords(period: Period, end: string, accumulation: Accumulation = 'point'): TwoText {
  const [year, month] = [end.slice(0, 4), Number(end.slice(5, 7))];
  if (period === 'year') return words.year(year);
  const isSpan = accumulation === 'cumulative' && month > 12 / perYear[period];
  if (isSpan) return words.toMonth(year, month);
  return period === 'month' ? words.month(year, month) : words.quarter(year, month / 3);
}

/** The same, short enough to stand below an axis. */
export function periodInShort(period: Period, end: string): string {
  if (period === 'year') return end.slice(0, 4);
  return period === 'month' ? end.slice(2, 7) : `${end.slice(2, 4)}Q${Number(end.slice(5, 7)) / 3}`;
}

/** The end of the period somebody means by 2025, 2025-06, 2025Q2, 2025年二季度 or a day; undefined where it is none. */
export function periodMeant(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const [shape, kind] = periodShapes.find(([one]) => one.test(plain)) ?? [];
  const [, year, part, day] = shape?.exec(plain) ?? [];
  if (kind === undefined || year === undefined || year < '1900') return undefined;
  return kind === 'day' ? dayOf(year, String(part), String(day)) : endOf(kind, year, String(part));
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return periodEnd('month', text) >= text && Number(month) <= 12 && Number(day) > 0 ? text : undefined;
}

function endOf(period: Period, year: string, part: string): string | undefined {
  const number = part === '' ? 1 : quarterNumerals.indexOf(part) + 1 || Number(part);
  return number >= 1 && number <= perYear[period]
    ? endAt(period, Number(year) * perYear[period] + number - 1)
    : undefined;
}
