import { inArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { mostCompared, type CompareRequest } from './compare.ts';
import { resolveZone, zoneViews, type ZoneName } from './read.server.ts';
import { zones } from './tables.server.ts';
import type { ZoneView } from './zone.ts';

export interface Comparison {
  readonly zones: readonly ZoneView[];
  /** What was asked for and is no zone, or one too many. */
  readonly refused: readonly string[];
  /** Zones that the text in the field can mean, when it is not exactly one. */
  readonly candidates: readonly ZoneName[];
}

/** The zones to compare, and the one that the text of the form adds, when it means exactly one. */
export async function findForComparing(db: Db, request: CompareRequest, text: string): Promise<Comparison> {
  const wanted = await understood(db, text.trim().slice(0, 100));
  const codes = [...new Set([...request.codes, ...wanted.codes])].slice(0, mostCompared);
  const views = codes.length === 0 ? [] : await zoneViews(db, inArray(zones.code, codes));
  const byCode = new Map(views.map((zone) => [zone.code, zone]));
  const missing = codes.filter((code) => !byCode.has(code));
  return {
    zones: codes.flatMap((code) => byCode.get(code) ?? []),
    refused: [...request.refused, ...missing, ...wanted.refused],
    candidates: wanted.candidates,
  };
}

interface Understood {
  readonly codes: readonly string[];
  readonly refused: readonly string[];
  readonly candidates: readonly ZoneName[];
}

/** A text means one zone, or several to choose from, or none. */
async function understood(db: Db, text: string): Promise<Understood> {
  if (text === '') return { codes: [], refused: [], candidates: [] };
  const matches = await resolveZone(db, text);
  if (!matches) return { codes: [], refused: [text], candidates: [] };
  const [first, second] = matches.zones;
  return first && !second
    ? { codes: [first.code], refused: [], candidates: [] }
    : { codes: [], refused: [], candidates: matches.zones };
}
