export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** The drawing's size in its own units. */
export const canvas = { width: 800, height: 640, margin: 48 } as const;

/** A piece of land this small, in degrees, is shown larger than life rather than as one dot. */
const least = 0.02;
const kilometresPerDegree = 111.32;
const radian = Math.PI / 180;

export interface LocalMap {
  readonly at: (point: Point) => { x: number; y: number };
  /** A round number of kilometres and how long it is on the drawing. */
  readonly scale: { readonly km: number; readonly length: number };
}

/** Fits points into the drawing, as long from east to west as from north to south where they lie. */
export function mapOf(points: readonly Point[]): LocalMap {
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
  const middle = { lng: middleOf(lngs), lat: middleOf(lats) };
  const narrowing = Math.cos(middle.lat * radian);
  const [across, up] = [Math.max(spread(lngs) * narrowing, least), Math.max(spread(lats), least)];
  const { width, height, margin } = canvas;
  const perDegree = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up);
  const at = ({ lng, lat }: Point) => ({
    x: Math.round(width / 2 + (lng - middle.lng) * narrowing * perDegree),
    y: Math.round(height / 2 - (lat - middle.lat) * perDegree),
  });
  const km = roundBelow((width / 4 / perDegree) * kilometresPerDegree);
  return { at, scale: { km, length: Math.round((km / kilometresPerDegree) * perDegree) } };
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function spread(values: readonly number[]): number {
  const [low, high] = extent(values);
  return values.length === 0 ? 0 : high - low;
}

function middleOf(values: readonly number[]): number {
  const [low, high] = extent(values);
  return values.length === 0 ? 0 : (low + high) / 2;
}

/** 1, 2 or 5 with noughts, no more than that. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return Number((step * power).toPrecision(3));
}

/** The more projects the larger the dot, by its area. */
export function radiusOf(count: number): number {
  return Math.min(28, Math.round(5 + 2 * Math.sqrt(count)));
}
