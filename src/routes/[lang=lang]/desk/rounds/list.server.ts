import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { roundList } from '#rounds/list.ts';
import { zonesOfRounds } from '#rounds/read-list.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of rounds as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = roundList(await zoneChoices(tx, zonesOfRounds(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
