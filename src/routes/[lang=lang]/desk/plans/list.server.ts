import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { planList } from '#plans/list.ts';
import { zonesOfPlans } from '#plans/read-desk.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of plans as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = planList(await zoneChoices(tx, zonesOfPlans(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
