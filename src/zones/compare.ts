import type { Lang, TwoText } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { distanceBetween, distanceInWords } from './near.ts';
import type { ZoneView } from './zone.ts';

/** How many zones stand side by side. */
export const mostCompared = 4;

export interface CompareRequest {
  readonly codes: readonly string[];
  /** What stood in the address and is no code, and codes beyond the fourth. */
  readonly refused: readonly string[];
}

/** The zones an address asks to compare: up to four, each once, in its order. Nothing in an address is an error. */
export function parseCompare(parameters: URLSearchParams): CompareRequest {
  const given = parameters.getAll('zone').map((text) => text.normalize('NFKC').trim());
  const known = [...new Set(given.filter((text) => text !== ''))].slice(0, 20);
  const codes = known.filter((text) => /^\d{8}$/.test(text));
  return {
    codes: codes.slice(0, mostCompared),
    refused: [...known.filter((text) => !codes.includes(text)), ...codes.slice(mostCompared)],
  };
}

export function compareAddress(lang: Lang, codes: readonly string[]): string {
  const query = new URLSearchParams(codes.map((code) => ['zone', code])).toString();
  return `/${lang}/zones/compare${query && `?${query}`}`;
}

/** Industries that at least two of the zones have: what makes them comparable. */
export function sharedIndustries(zones: readonly ZoneView[]): string[] {
  const counts = new Map<string, number>();
  for (const zone of zones) {
    const own = new Set(zone.industries.flatMap(({ industry }) => industry?.code ?? []));
    for (const code of own) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([code]) => code);
}

/** For each zone its distance to every other one, in words. */
export function distancesTo(zone: ZoneView, zones: readonly ZoneView[]): { name: TwoText; distance: TwoText }[] {
  return zones
    .filter((other) => other.code !== zone.code)
    .map((other) => ({ name: other.name, distance: between(zone, other) }));
}

function between(a: ZoneView, b: ZoneView): TwoText {
  return a.location && b.location ? distanceInWords(distanceBetween(a.location, b.location)) : words.notKnown;
}
