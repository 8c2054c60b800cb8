import { eq } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { listingEntry } from './entry.ts';
import { listingTags } from './listing.ts';
import { rankLater } from './rank-later.server.ts';
import { publicEditions } from './read-public.server.ts';
import { listings } from './tables.server.ts';

/** What is published in one go is told in one mail. */
const soon = () => new Date(Date.now() + 60_000);

/**
 * Brings what the public sees of a listing in line with the record: search entries, rendered pages. Called at the end of
 * every verb that changes one; what was never published is on no page.
 */
export async function listingChanged(tx: Tx, id: number): Promise<void> {
  const [listing] = await tx.select().from(listings).where(eq(listings.id, id));
  if (!listing) return;
  if (listing.checkedAt !== null || listing.publishedAt !== null) await rankLater(tx, id);
  if (listing.publishedAt === null) return;
  const editions = await publicEditions(tx, id);
  await removeEntries(tx, listing.side, [String(id)]);
  await putEntries(tx, editions.map(listingEntry));
  await notifyChanged(tx, listingTags(listing));
  if (listing.state === 'published') await later(tx, { job: 'tell-board-at-once', data: {}, at: soon(), key: 'board' });
}
