/** One value, by the number of its period. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/**
 * Where a value is likely to be, and how far it may well be off: the band is right about four times in five, which
 * `vitest run src/indicators/forecast.test.ts` holds for lines with scatter, walks, growth and cumulating months.
 */
export interface Forecast {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer values than this say nothing of a trend. */
export const fewest = 4;
const mostUsed = 24;
/** Even a series without any scatter does not promise its own continuation to the last digit. */
const leastDoubt = 0.1;

/** The straight line through most of the last values; its band grows with the distance and with how few they are. */
export function trend(points: readonly Point[], at: number): Forecast | undefined {
  const used = points.slice(-mostUsed);
  const last = used.at(-1);
  if (!last || used.length < fewest) return undefined;
  const slope = median(slopesOf(used));
  const level = median(used.map((point) => point.value - slope * point.at));
  const off = quantile(
    used.map((point) => Math.abs(point.value - level - slope * point.at)),
    0.9,
  );
  const ahead = Math.max(at - last.at, 1);
  const half = off * fewMargin(used.length) * Math.sqrt(ahead + ahead ** 2 / used.length);
  return around(level + slope * at, Math.max(half, leastDoubt * Math.abs(slope) * ahead));
}

/** Of values that count from the start of each year: by how earlier years went on from here, else by the pace of this one. */
export function cumulative(points: readonly Point[], at: number, perYear: number): Forecast | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  if (yearOf(at, perYear) === yearOf(last.at, perYear)) return withinYear(points, { last, at, perYear });
  return laterYear(points, { last, at, perYear });
}

interface Span {
  readonly last: Point;
  readonly at: number;
  readonly perYear: number;
}

const yearOf = (place: number, perYear: number): number => Math.floor(place / perYear);

function withinYear(points: readonly Point[], span: Span): Forecast | undefined {
  const { last, at } = span;
  if (at === last.at) return around(last.value, 0);
  const ratios = ratiosOf(points, span);
  return ratios.length > 0 ? asEarlierYears(last.value, ratios) : byPace(points, span);
}

/** How far earlier years went from this place in the year to that one. */
function ratiosOf(points: readonly Point[], { last, at, perYear }: Span): number[] {
  const known = new Map(points.map((point) => [point.at, point.value]));
  const years = Math.floor(points.length / perYear) + 1;
  return Array.from({ length: years }, (_, back) => (back + 1) * perYear).flatMap((shift) => {
    const [then, end] = [known.get(last.at - shift), known.get(at - shift)];
    return then !== undefined && end !== undefined && then > 0 ? [end / then] : [];
  });
}

function asEarlierYears(value: number, ratios: readonly number[]): Forecast {
  const usual = median(ratios);
  const off = quantile(
    ratios.map((ratio) => Math.abs(ratio - usual)),
    0.9,
  );
  const half = Math.abs(value) * off * (1.25 + 4 / ratios.length);
  // One earlier year shows no scatter at all, which is not the same as having none.
  const doubt = (ratios.length === 1 ? 3 : 1) * leastDoubt;
  return around(value * usual, Math.max(half, doubt * Math.abs(value * (usual - 1))));
}

function byPace(points: readonly Point[], { last, at, perYear }: Span): Forecast | undefined {
  const ofYear = points.filter((point) => yearOf(point.at, perYear) === yearOf(last.at, perYear));
  if (ofYear.length < fewest - 1) return undefined;
  const steps = ofYear.map((point, index) => {
    const before = ofYear[index - 1] ?? { at: yearOf(point.at, perYear) * perYear - 1, value: 0 };
    return (point.value - before.value) / (point.at - before.at);
  });
  const step = median(steps);
  const off = quantile(
    steps.map((one) => Math.abs(one - step)),
    0.9,
  );
  const left = at - last.at;
  const half = left * off * fewMargin(steps.length);
  return around(last.value + left * step, Math.max(half, 2 * leastDoubt * Math.abs(left * step)));
}

/** By the totals of whole years, this one's as it is expected among them; within a year by its usual share. */
function laterYear(points: readonly Point[], { last, at, perYear }: Span): Forecast | undefined {
  const end = (yearOf(last.at, perYear) + 1) * perYear - 1;
  const present = withinYear(points, { last, at: end, perYear });
  const whole = points.filter((point) => (point.at + 1) % perYear === 0 && point.at < end);
  if (!present) return undefined;
  const totals = [...whole, { at: end, value: present.middle }].map((point) => ({
    ...point,
    at: yearOf(point.at, perYear),
  }));
  const year = trend(totals, yearOf(at, perYear));
  if (!year) return undefined;
  const share = ((at % perYear) + 1) / perYear;
  const half = year.high - year.middle + (present.high - present.middle);
  return around(year.middle * share, half);
}

/** What few values do not show: the less of them, the wider. */
function fewMargin(count: number): number {
  return 1.25 + 4 / Math.max(count - 2, 1);
}

function around(middle: number, half: number): Forecast {
  return { middle, low: middle - half, high: middle + half };
}

function slopesOf(points: readonly Point[]): number[] {
  return points.flatMap((one, index) =>
    points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
