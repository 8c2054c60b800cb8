import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { nearestTo } from './near.ts';
import type { Neighbour } from './neighbour.ts';
import { zonesByCode } from './read-summary.server.ts';
import type { NamedCode, ZoneDot, ZoneSummary, ZoneView } from './zone.ts';

const nearestShown = 6;
const sameIndustryShown = 8;

/** The nearest zones, and the nearest with an industry in common. `dots` are all located zones, which the map has anyway. */
export async function neighboursOf(db: Db, zone: ZoneView, dots: readonly ZoneDot[]) {
  const here = zone.location && { code: zone.code, ...zone.location };
  const near = here ? nearestTo(here, dots, nearestShown) : [];
  const sharing = await industriesInCommon(db, zone);
  const candidates = dots.filter((dot) => sharing.has(dot.code));
  const same = here
    ? nearestTo(here, candidates, sameIndustryShown)
    : [...sharing.keys()]
        .sort()
        .slice(0, sameIndustryShown)
        .map((code) => ({ code, km: undefined, approximate: true }));
  const found = await zonesByCode(db, [...new Set([...near, ...same].map((one) => one.code))]);
  const summaries = new Map(found.map((one) => [one.code, one]));
  const shown = (list: readonly Candidate[]) => list.flatMap((one) => seen(one, summaries, sharing));
  return { nearest: shown(near), sameIndustry: shown(same) };
}

interface Candidate {
  readonly code: string;
  readonly km: number | undefined;
  readonly approximate: boolean;
}

function seen(
  { code, km, approximate }: Candidate,
  summaries: ReadonlyMap<string, ZoneSummary>,
  sharing: ReadonlyMap<string, readonly NamedCode[]>,
): Neighbour[] {
  const zone = summaries.get(code);
  const distance = km === undefined ? undefined : { km, approximate };
  return zone ? [{ zone, distance, shared: sharing.get(code) ?? [] }] : [];
}

/** For every other zone with one of this zone's industries: which ones they share. */
async function industriesInCommon(db: Db, zone: ZoneView): Promise<Map<string, NamedCode[]>> {
  const own = new Map(zone.industries.flatMap(({ industry }) => (industry ? [[industry.code, industry]] : [])));
  if (own.size === 0) return new Map();
  const { rows } = await db.execute<{ code: string; industries: string[] }>(sql`
    select zone_code as code, array_agg(distinct industry_code) as industries from zone_industry
    where industry_code in ${[...own.keys()]} and zone_code <> ${zone.code} group by zone_code`);
  return new Map(rows.map((row) => [row.code, row.industries.flatMap((code) => own.get(code) ?? [])]));
}
