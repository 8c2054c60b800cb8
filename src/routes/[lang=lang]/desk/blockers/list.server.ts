import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { blockerList } from '#slips/blocker-list.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of blockers as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = blockerList(await zoneChoices(tx, zonesOfSlips(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
