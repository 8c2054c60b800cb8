import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    /** Done by connections, which stand above: who fits a listing is worked out anew. */
    'rank-listing': { readonly listing: number };
  }
}

/** Has whoever fits a listing worked out anew once this is committed; several changes in a row are worked out once. */
export async function rankLater(tx: Tx, ...listings: number[]): Promise<void> {
  await later(
    tx,
    ...listings.map((listing) => ({ job: 'rank-listing', data: { listing }, key: `listing:${listing}` }) as const),
  );
}
