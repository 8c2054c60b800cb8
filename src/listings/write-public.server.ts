import { eq } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { listingTags } from './listing.ts';
import { listings } from './tables.server.ts';

/**
 * Brings what the public sees of a listing in line with the record. Called at the end of every verb that changes one; what
 * was never published is on no page.
 */
export async function listingChanged(tx: Tx, id: number): Promise<void> {
  const [listing] = await tx.select().from(listings).where(eq(listings.id, id));
  if (listing && listing.publishedAt !== null) await notifyChanged(tx, listingTags(listing));
}
