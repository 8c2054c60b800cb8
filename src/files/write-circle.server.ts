import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/** Two organisations become one: what was kept for the people of the one is kept for those of the other. */
export async function moveCircles(tx: Tx, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  await tx.execute(sql`update file set organisations = array_replace(organisations, ${from}::bigint, ${to}::bigint)
    where ${from} = any (organisations)`);
}
