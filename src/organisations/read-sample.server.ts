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

/** The ids of the sample's organisations by their Chinese names. */
export async function sampleOrganisationsByName(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: organisations.id, nameZh: organisations.nameZh })
    .from(organisations)
    .where(eq(organisations.sample, true));
  return new Map(rows.map(({ id, nameZh }) => [nameZh, id]));
}
