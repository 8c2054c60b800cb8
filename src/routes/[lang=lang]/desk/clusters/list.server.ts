import type { Actor } from '#accounts/actor.ts';
import { clusterList } from '#clusters/list.ts';
import { zonesClustered } from '#clusters/read-list.server.ts';
import { planChoices } from '#clusters/read.server.ts';
import { askedOf } from '#lists/address.ts';
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
