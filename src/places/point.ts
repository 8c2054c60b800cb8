/** A point on the globe, in degrees. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

// The Krasovsky 1940 ellipsoid, on which the offset is defined.
const semiMajor = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const radian = Math.PI / 180;

/**
 * From the shifted coordinates that public maps of China carry (GCJ-02) to WGS-84. The shift has no inverse in
 * closed form: guess, shift the guess, correct by the difference. Five rounds are exact to well below a metre.
 */
export function wgs84FromGcj02(shifted: Point): Point {
  let guess = shifted;
  for (let round = 0; round < 5; round++) {
    const there = gcj02FromWgs84(guess);
    guess = { lng: guess.lng + shifted.lng - there.lng, lat: guess.lat + shifted.lat - there.lat };
  }
  return guess;
}

/** The shift itself: some hundred metres, different at every point. */
export function gcj02FromWgs84({ lng, lat }: Point): Point {
  const sine = Math.sin(lat * radian);
  const magic = 1 - eccentricitySquared * sine * sine;
  const meridian = ((semiMajor * (1 - eccentricitySquared)) / magic ** 1.5) * radian;
  const parallel = (semiMajor / Math.sqrt(magic)) * Math.cos(lat * radian) * radian;
  const x = lng - 105;
  const y = lat - 35;
  return { lng: lng + metresEast(x, y) / parallel, lat: lat + metresNorth(x, y) / meridian };
}

function wave(value: number, amplitudes: readonly (readonly [amplitude: number, perDegree: number])[]): number {
  const sum = amplitudes.map(([amplitude, perDegree]) => amplitude * Math.sin(value * perDegree * Math.PI));
  return (2 / 3) * sum.reduce((total, part) => total + part, 0);
}

const short = [
  [20, 6],
  [20, 2],
] as const;

function metresEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const long = [[20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]] as const; // prettier-ignore
  return base + wave(x, short) + wave(x, long);
}

function metresNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const long = [[20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]] as const; // prettier-ignore
  return base + wave(x, short) + wave(y, long);
}

const earthRadiusKm = 6_371;

/** Great-circle distance in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const across = Math.sin(((a.lat - b.lat) * radian) / 2) ** 2;
  const along = Math.sin(((a.lng - b.lng) * radian) / 2) ** 2;
  const haversine = across + Math.cos(a.lat * radian) * Math.cos(b.lat * radian) * along;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
