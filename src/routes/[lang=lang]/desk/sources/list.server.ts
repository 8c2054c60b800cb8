import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { zonesOfDesk } from '#news/desk-list.ts';
import type { Tx } from '#platform/database.server.ts';
import { sourceList } from '#sources/source-list.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of sources as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = sourceList(await zoneChoices(tx, zonesOfDesk(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
