import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { instructionList } from '#slips/instruction-list.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of instructions as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = instructionList(await zoneChoices(tx, zonesOfSlips(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
