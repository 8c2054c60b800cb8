import { asc, eq } from 'drizzle-orm';
import type { Circle } from '#files/file.ts';
import { filesOfCircle } from '#files/read-circle.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { ListingFile } from './listing-file.ts';
import type { Owned } from './permission.ts';
import { listingAttachments } from './tables.server.ts';

/** For whom a file of a listing is kept when it comes: the people of its organisation, the brokers of its zone. */
export function circleOf({ organisationId, zoneCode }: Owned): Circle {
  return { organisations: [organisationId], brokerZones: [zoneCode] };
}

/** The files of a listing in their order; row security leaves out those that the asker may not have. */
export async function filesOfListing(db: Db, listing: number): Promise<ListingFile[]> {
  const rows = await db
    .select()
    .from(listingAttachments)
    .where(eq(listingAttachments.listingId, listing))
    .orderBy(asc(listingAttachments.position));
  const kept = await filesOfCircle(
    db,
    rows.map(({ fileId }) => fileId),
  );
  return rows.flatMap(({ fileId, name }) => {
    const file = kept.get(fileId);
    return file ? [{ id: fileId, name, mediaType: file.mediaType, bytes: file.bytes, url: file.url }] : [];
  });
}
