import type { TwoText } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { distanceKm, type Point } from '#places/point.ts';
import type { LocationBasis } from './zone.ts';

interface Located extends Point {
  readonly code: string;
  readonly basis: LocationBasis;
}

/** How far apart two zones are. Approximate as soon as one of them stands at the centre of its city or county. */
export interface Distance {
  readonly km: number;
  readonly approximate: boolean;
}

type Placed = Point & { readonly basis: LocationBasis };

export function distanceBetween(a: Placed, b: Placed): Distance {
  return { km: distanceKm(a, b), approximate: a.basis === 'place' || b.basis === 'place' };
}

export interface Near extends Distance {
  readonly code: string;
}

/** The `count` located zones nearest to one, itself left out, nearest first. */
export function nearestTo(here: Placed & { readonly code: string }, all: readonly Located[], count: number): Near[] {
  return all
    .filter((other) => other.code !== here.code)
    .map((other) => ({ code: other.code, ...distanceBetween(here, other) }))
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1))
    .slice(0, count);
}

/** A distance as it may be said: 3.4 km, about 12 km, and no figure at all for two zones at the same centre. */
export function distanceInWords({ km, approximate }: Distance): TwoText {
  if (approximate && km < 0.5) return words.samePoint;
  const said = words.kilometres(km < 10 && !approximate ? Math.round(km * 10) / 10 : Math.round(km));
  return approximate ? { zh: words.about(said.zh).zh, en: words.about(said.en).en } : said;
}
