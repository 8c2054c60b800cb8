import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { listingList } from '#listings/desk-list.ts';
import type { Side } from '#listings/listing.ts';
import { listingChoices } from '#listings/read-choices.server.ts';
import type { Tx } from '#platform/database.server.ts';

interface Opened {
  readonly side: Side;
  readonly query: URLSearchParams;
}

/** The list of needs or offers as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, { side, query }: Opened) {
  const list = listingList(side, await listingChoices(tx, actor));
  return { list, asked: askedOf(list, query) };
}
