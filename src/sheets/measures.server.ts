import type { Actor } from '#accounts/actor.ts';
import { canKeepClusters, type NewCluster } from '#clusters/cluster.ts';
import { clusterFields, saidIn as clusterSaid } from '#clusters/fields.ts';
import { clustersNumbered, zonesClustered } from '#clusters/read-list.server.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells, clusterSheet } from '#clusters/sheet.ts';
import { changeCluster } from '#clusters/write-change.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { indicatorFields, saidIn as indicatorSaid } from '#indicators/fields.ts';
import { canDefine, type NewIndicator } from '#indicators/indicator.ts';
import { choicesOf } from '#indicators/read-choices.server.ts';
import { zonesMeasured } from '#indicators/read-list.server.ts';
import { findByKey, knownIndicators } from '#indicators/read-sheet.server.ts';
import { indicatorSheet } from '#indicators/sheet.ts';
import { changeIndicator } from '#indicators/write-change.server.ts';
import { createIndicator } from '#indicators/write.server.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { adjustmentInCells } from '#plans/adjustment-columns.ts';
import type { Tx } from '#platform/database.server.ts';

type Cells = Readonly<Record<string, string>>;

/** The zone whose files this person sends back: a file names plans and units, so it is of one zone only. */
export function zoneOfFiles(actor: Actor, of: 'indicators' | 'clusters'): string | undefined {
  const zones =
    of === 'indicators'
      ? (zonesMeasured(actor) ?? []).filter((zone) => canDefine(actor, zone))
      : (zonesClustered(actor) ?? []).filter((zone) => canKeepClusters(actor, zone));
  return zones.length === 1 ? zones[0] : undefined;
}

/** How the indicators of a zone come back from a file. */
export async function indicatorNoun(tx: Tx, zone: string): Promise<SheetNoun> {
  return {
    list: `indicators ${zone}`,
    shape: indicatorSheet(indicatorFields(await choicesOf(tx, zone))),
    known: (within, actor, ids) => knownIndicators(within, actor, { zone, ids }),
    find: (within, _, rows) => findByKey(within, zone, rows),
    apply: (within, actor, { id, cells }) => {
      const { cells: own, adjustment } = adjustmentInCells(cells);
      return changeIndicator(within, actor, { ...indicatorSaid(own), id: Number(id), adjustment });
    },
    add: (within, actor, cells: Cells) => {
      const { cells: own, adjustment } = adjustmentInCells(cells);
      // What is missing in it is said by the verb.
      return createIndicator(within, actor, { ...indicatorSaid(own), zone, adjustment } as NewIndicator);
    },
  };
}

/** How the clusters of a zone come back from a file. */
export async function clusterNoun(tx: Tx, zone: string): Promise<SheetNoun> {
  return {
    list: `clusters ${zone}`,
    shape: clusterSheet(clusterFields(await planChoices(tx, zone))),
    known: async (within, actor, ids) => {
      const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
      const found = (await clustersNumbered(within, actor, numbers)).filter((row) => row.zoneCode === zone);
      return new Map(found.map((row) => [String(row.id), { label: row.nameZh, cells: clusterCells(row) }]));
    },
    apply: (within, actor, { id, cells }) => {
      const { cells: own, adjustment } = adjustmentInCells(cells);
      return changeCluster(within, actor, { ...clusterSaid(own), id: Number(id), adjustment });
    },
    add: (within, actor, cells: Cells) => {
      const { cells: own, adjustment } = adjustmentInCells(cells);
      // What is missing in it is said by the verb.
      return createCluster(within, actor, { ...clusterSaid(own), zone, adjustment } as NewCluster);
    },
  };
}
