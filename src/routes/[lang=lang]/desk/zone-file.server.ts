import { error } from '@sveltejs/kit';
import { isOperator } from '#accounts/actor.ts';
import { canKeepClusters } from '#clusters/cluster.ts';
import { canDefine } from '#indicators/indicator.ts';
import { clusterWords } from '#language/words/clusters.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { clusterNoun, indicatorNoun, zoneOfFiles } from '#sheets/measures.server.ts';
import { loadFileUpdate } from './file-update.server.ts';
import { ownZones, zoneMeant } from './zone-choice.server.ts';

type Of = 'indicators' | 'clusters';
const nouns = { indicators: indicatorNoun, clusters: clusterNoun };
const mays = { indicators: canDefine, clusters: canKeepClusters };
const refusals = { indicators: indicatorWords.notYourZone, clusters: clusterWords.notYourZone };
const nothing = { columns: [], kept: undefined, problems: [], made: undefined };

/** The page of a file of one zone: for whoever has several, or is an operator, the zone is chosen first. */
export async function loadZoneFile(locals: App.Locals, url: URL, of: Of) {
  const { zone, zones, problems } = await zoneHere(locals, url, of);
  const chosen = zone ?? url.searchParams.get('zone') ?? '';
  if (zone === undefined) return { ...nothing, problems, zones, zone: chosen, isChosen: false };
  const found = await loadFileUpdate(locals, (tx) => nouns[of](tx, zone), url.searchParams);
  return { ...found, zones, zone, isChosen: true };
}

/** How the list of the zone that the address names comes back from a file. */
export async function zoneNounFor(locals: App.Locals, url: URL, of: Of): Promise<(tx: Tx) => Promise<SheetNoun>> {
  const { zone } = await zoneHere(locals, url, of);
  if (zone === undefined) error(404, refusals[of][locals.lang]);
  return (tx) => nouns[of](tx, zone);
}

async function zoneHere({ actor, database: { db }, lang }: App.Locals, url: URL, of: Of) {
  const zones = await ownZones(db, actor, ['publisher', 'leader']);
  const only = zoneOfFiles(actor, of);
  if (only !== undefined) return { zone: only, zones, problems: [] };
  if (zones.length === 0 && !isOperator(actor)) error(404, refusals[of][lang]);
  const asked = url.searchParams.get('zone') ?? '';
  if (asked === '') return { zone: undefined, zones, problems: [] };
  const meant = await zoneMeant(db, asked);
  if (!meant.ok) return { zone: undefined, zones, problems: meant.problems };
  if (!mays[of](actor, meant.value)) error(404, refusals[of][lang]);
  return { zone: meant.value, zones, problems: [] };
}
