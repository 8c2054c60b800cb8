import { sql } from 'drizzle-orm';
import type { Tx } from './database.server.ts';

/** The PostgreSQL channel on which every process hears which pages are no longer true. */
export const changedChannel = 'yuanlian_changed';

/**
 * Tells every process that pages showing these tags are out of date. Sent with the transaction: if it
 * rolls back, nobody hears. A tag is a kind (`news`) or a record (`zone:32101026`).
 */
export async function notifyChanged(tx: Tx, tags: readonly string[]): Promise<void> {
  // A notification carries at most 8,000 bytes, and the kinds alone are enough for a bulk load.
  const unique = [...new Set(tags)];
  const payload = unique.length > 100 ? [...new Set(unique.map((tag) => tag.split(':')[0]))] : unique;
  await tx.execute(sql`select pg_notify(${changedChannel}, ${JSON.stringify(payload)})`);
}
