import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { inBoth, type Named } from './read.server.ts';
import { indicators } from './tables.server.ts';

/** The indicators that belong to a cluster. */
export async function indicatorsOfCluster(tx: Tx, cluster: number): Promise<Named[]> {
  const rows = await tx
    .select({ id: indicators.id, zh: indicators.nameZh, en: indicators.nameEn })
    .from(indicators)
    .where(eq(indicators.clusterId, cluster))
    .orderBy(asc(indicators.position), asc(indicators.id));
  return rows.map(({ id, zh, en }) => ({ id, name: inBoth(zh, en) }));
}
