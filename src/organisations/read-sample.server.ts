import { eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { organisations } from './tables.server.ts';

/** Whether the sample that comes with the program was loaded and is still there. */
export async function hasSampleOrganisations(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.sample, true))
    .limit(1);
  return rows.length > 0;
}
