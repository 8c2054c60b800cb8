import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { acceptListing, closeListing, publishListing } from './write.server.ts';
import { takeOver } from './write-care.server.ts';

/** What can be done with many listings at once. */
export const listingBulk = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('accept') }),
  z.strictObject({ action: z.literal('publish') }),
  z.strictObject({ action: z.literal('take-over') }),
  z.strictObject({ action: z.literal('close'), reason: z.string().max(40), note: z.string().max(2000).optional() }),
]);
export type ListingBulk = z.output<typeof listingBulk>;

/** As many as one page of a list can choose. */
export const mostListingsAtOnce = 200;

export interface ListingBulkAnswer {
  readonly id: number;
  readonly outcome: Outcome<{ id: number }>;
}

/** Does the same with each of many listings, each in a transaction of its own: one that is refused keeps no other back. */
export async function listingsInBulk(
  database: Database,
  actor: Actor,
  { ids, input }: { ids: readonly number[]; input: ListingBulk },
): Promise<ListingBulkAnswer[]> {
  const answers: ListingBulkAnswer[] = [];
  for (const id of [...new Set(ids)].slice(0, mostListingsAtOnce)) {
    const outcome = await database.allOrNothing(actor, (tx) => doOne(tx, actor, { id, input }));
    answers.push({ id, outcome });
  }
  return answers;
}

function doOne(tx: Tx, actor: Actor, { id, input }: { id: number; input: ListingBulk }) {
  switch (input.action) {
    case 'accept':
      return acceptListing(tx, actor, { id });
    case 'publish':
      return publishListing(tx, actor, { id });
    case 'take-over':
      return takeOver(tx, actor, { id });
    case 'close':
      return closeListing(tx, actor, { id, reason: input.reason, note: input.note });
  }
}
