/** A point on the globe that is drawn as a dot. One with an address becomes a link. */
export interface Dot {
  readonly lng: number;
  readonly lat: number;
  readonly tone: Tone;
  readonly href?: string | undefined;
  readonly label?: string | undefined;
}

/** `faint` is all there is, `accent` what is meant, `here` the one this page is about. */
export type Tone = 'faint' | 'accent' | 'here';
export const tones: readonly Tone[] = ['faint', 'accent', 'here'];

const radian = Math.PI / 180;
const [south, north, centre] = [25 * radian, 47 * radian, 105 * radian];
const cone = (Math.sin(south) + Math.sin(north)) / 2;
const constant = Math.cos(south) ** 2 + 2 * cone * Math.sin(south);

/** Albers equal-area conic with parallels 25° and 47° and centre 105° E, on a sphere of radius 1; y grows southwards. */
export function albers(lng: number, lat: number): { x: number; y: number } {
  const distance = Math.sqrt(constant - 2 * cone * Math.sin(lat * radian)) / cone;
  const angle = cone * (lng * radian - centre);
  return { x: distance * Math.sin(angle), y: distance * Math.cos(angle) };
}

/** The drawing's size in its own units; all of China from 18° N lies inside. */
export const canvas = { width: 1120, height: 944 } as const;
const scale = 1400;
const origin = { x: 600, y: -1445 };

/** Where a point lies on the drawing, in whole units. */
export function onCanvas({ lng, lat }: { lng: number; lat: number }): { x: number; y: number } {
  const { x, y } = albers(lng, lat);
  return { x: Math.round(origin.x + x * scale), y: Math.round(origin.y + y * scale) };
}

/**
 * Many dots as one path: zero-length lines with round caps. Steps are relative and sorted, and dots on the same spot
 * are drawn once, so that two thousand of them are a few kilobytes.
 */
export function dotPath(points: readonly { lng: number; lat: number }[]): string {
  const spots = new Map(points.map((point) => [JSON.stringify(onCanvas(point)), onCanvas(point)]));
  const sorted = [...spots.values()].sort((a, b) => Math.floor(a.x / 24) - Math.floor(b.x / 24) || a.y - b.y);
  let [x, y] = [0, 0];
  const steps = sorted.map((spot) => {
    const step = `m${spot.x - x}${signed(spot.y - y)}h0`;
    [x, y] = [spot.x, spot.y];
    return step;
  });
  return steps.join('');
}

/** A minus sign parts two numbers by itself. */
function signed(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}
