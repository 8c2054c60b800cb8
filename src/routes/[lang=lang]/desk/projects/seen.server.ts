import { addressOf } from '#lists/address.ts';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectListFor } from '#projects/read-list-choices.server.ts';

/** The filters of the list, for another view of the same projects; what has ended is left out unless asked for. */
export async function askedOfView(tx: Tx, actor: Actor, query: URLSearchParams) {
  const { list, asked, choices } = await projectListFor(tx, actor, query);
  const filters = { status: 'live', ...asked.filters };
  const plain = { ...asked, sort: { key: 'updated', descending: true }, after: undefined };
  return { list, asked, filters, choices, query: addressOf(list, { ...plain, filters: asked.filters }) };
}
