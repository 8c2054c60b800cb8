import type { Actor } from '#accounts/actor.ts';
import { eventList } from '#events/event-list.ts';
import { zonesOfEvents } from '#events/read-desk.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of events as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = eventList(await zoneChoices(tx, zonesOfEvents(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}
