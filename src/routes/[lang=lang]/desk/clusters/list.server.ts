import type { Actor } from '#accounts/actor.ts';
import { canKeepClusters, type NewCluster } from '#clusters/cluster.ts';
import { clusterFields, saidIn } from '#clusters/fields.ts';
import { clusterList } from '#clusters/list.ts';
import { clustersNumbered, zonesClustered } from '#clusters/read-list.server.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells, clusterSheet } from '#clusters/sheet.ts';
import { changeCluster } from '#clusters/write-change.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { askedOf } from '#lists/address.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of clusters as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const zones = zonesClustered(actor) ?? [];
  const [only, ...others] = zones;
  const plans = only !== undefined && others.length === 0 ? await planChoices(tx, only) : [];
  const list = clusterList(plans, await zoneChoices(tx, zones));
  return { list, asked: askedOf(list, query) };
}

/** The zone whose files this person sends back: a file can name plans of one zone only. */
export function zoneOfFiles(actor: Actor): string | undefined {
  const [only, ...others] = (zonesClustered(actor) ?? []).filter((zone) => canKeepClusters(actor, zone));
  return others.length === 0 ? only : undefined;
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
    apply: (within, actor, { id, cells }) => changeCluster(within, actor, { ...saidIn(cells), id: Number(id) }),
    // What is missing in it is said by the verb.
    add: (within, actor, cells) => createCluster(within, actor, { ...saidIn(cells), zone } as NewCluster),
  };
}
