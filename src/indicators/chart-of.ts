import type { ChartPoint } from '#ui/chart.ts';
import type { Accumulation } from './indicator.ts';
import { endAt, perYear, placeOf, type Period } from './period.ts';
import { periodInShort } from './period-words.ts';
import type { Valued } from './standing.ts';

interface Drawn {
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly latestOn: string | null;
  readonly targetOn: string | null;
  readonly forecast: number | null;
  readonly forecastLow: number | null;
  readonly forecastHigh: number | null;
}

const mostDrawn = 36;

/** The last values of an indicator, the targets to come and what is expected at the next, place by place. */
export function chartOf(row: Drawn, values: readonly Valued[], targets: readonly Valued[]) {
  const { period } = row;
  const places = [...values, ...targets].map(({ end }) => placeOf(period, end));
  if (places.length === 0) return { points: [] as ChartPoint[], targets: [], forecast: undefined, breaks: [] };
  const last = Math.max(...places);
  const first = Math.max(Math.min(...places), last - mostDrawn + 1);
  const ends = Array.from({ length: last - first + 1 }, (_, at) => endAt(period, first + at));
  const [value, target] = [valuesByEnd(values), valuesByEnd(targets)];
  return {
    points: ends.map((end): ChartPoint => ({ label: periodInShort(period, end), value: value.get(end) ?? null })),
    targets: ends.map((end) => target.get(end) ?? null),
    forecast: expectedOf(row, ends),
    // What counts from the start of each year is a line for each year.
    breaks: isByYear(row) ? ends.flatMap((_, at) => ((first + at) % perYear[period] === 0 ? [at] : [])) : [],
  };
}

function isByYear({ period, accumulation }: Drawn): boolean {
  return accumulation === 'cumulative' && period !== 'year';
}

function valuesByEnd(all: readonly Valued[]): Map<string, number> {
  return new Map(all.map(({ end, value }) => [end, value]));
}

function expectedOf({ targetOn, forecast, forecastLow, forecastHigh }: Drawn, ends: readonly string[]) {
  const at = ends.indexOf(targetOn ?? '');
  if (forecast === null || forecastLow === null || forecastHigh === null || at < 0) return undefined;
  return { at, middle: forecast, low: forecastLow, high: forecastHigh };
}
