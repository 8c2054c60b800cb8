/** One value of a series; nothing where there is none. */
export interface ChartPoint {
  /** What stands below the axis. */
  readonly label: string;
  readonly value: number | null;
}

/** How a value is placed on the picture. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** From the top of the picture. */
  readonly y: (value: number) => number;
}

/** An axis that holds these values and begins and ends at round numbers. Bars begin at nothing, and so does their axis. */
export function scaleOf(values: readonly number[], height: number, fromZero = false): Scale {
  const all = fromZero ? [0, ...values] : values;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  // Closer together than any value that is kept, they are one and the same.
  const step = roundStep(Math.max((most - least || Math.abs(most) || 1) / 4, 1e-6));
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((low + at * step).toPrecision(12)));
  return { low, high, ticks, y: (value) => rounded(height - ((value - low) / (high - low)) * height) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10;
  return times * power;
}

/** Where the middle of each of so many equal places is. */
export function placesOf(count: number, width: number): (at: number) => number {
  return (at) => rounded(((at + 0.5) * width) / Math.max(count, 1));
}

/** A line through the values there are; it breaks where one is missing. */
export function linePath(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let isDown = false;
  return points
    .map((point) => {
      const step = point ? `${isDown ? 'L' : 'M'}${point[0]} ${point[1]}` : '';
      isDown = point !== null;
      return step;
    })
    .join('');
}

/** Labels that stand side by side without touching: every so many, the last always among them. */
export function shownLabels(count: number, most: number): (at: number) => boolean {
  const every = Math.ceil(count / Math.max(most, 1));
  return (at) => (count - 1 - at) % every === 0;
}

/** A number as the axis and the table say it. */
export function numberIn(value: number, lang: string, decimals: number): string {
  return value.toLocaleString(lang, { minimumFractionDigits: 0, maximumFractionDigits: decimals });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
