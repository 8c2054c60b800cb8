import type { Actor } from '#accounts/actor.ts';
import { columnChoices } from '#sheets/nouns.server.ts';
import { askedOf } from '#lists/address.ts';
import { articleList, zonesOfDesk } from '#news/desk-list.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of articles as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = articleList(await columnChoices(tx), await zoneChoices(tx, zonesOfDesk(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
