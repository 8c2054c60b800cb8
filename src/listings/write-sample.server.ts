import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { listings } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';

/** Takes the sample's needs and offers out, but for what somebody's own connection is about. */
export async function removeSampleListings(tx: Tx, actor: Actor): Promise<number> {
  const free = sql`sample and not exists (select from connection
    where connection.need_id = listing.id or connection.offer_id = listing.id)`;
  const rows = await tx.update(listings).set({ state: 'draft' }).where(free).returning({ id: listings.id });
  for (const { id } of rows) await listingChanged(tx, id);
  await tx.delete(listings).where(free);
  const deeds = rows.map(({ id }) => ({ kind: 'listing', record: String(id), action: 'removed sample' }));
  await remember(tx, actor, ...deeds);
  return rows.length;
}
