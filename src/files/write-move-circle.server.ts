import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/** Files that are kept for the people of one organisation are kept for those of another, which it has become. */
export async function moveCircle(tx: Tx, { from, to }: { from: number; to: number }): Promise<void> {
  await tx.execute(sql`update file set organisations = array_replace(organisations, ${from}::bigint, ${to}::bigint)
    where ${from}::bigint = any(organisations)`);
}
