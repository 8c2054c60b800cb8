import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Database } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { lockValuesOf } from './read-row.server.ts';
import { recompute } from './write-computed.server.ts';
import { refreshIndicators } from './write-standing.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'refresh-indicators': Record<string, never>;
  }
}

/** What records came to, and how every indicator stands on the new day. */
export const refreshAllIndicators: Handler<'refresh-indicators'> = async ({ database, now }) => {
  await refreshOn(database, dateOf(now()));
};

/** Each zone in a transaction of its own, so that nobody who enters a value waits for all of them. */
export async function refreshOn(database: Database, today: string): Promise<void> {
  const zones = await database.inTransaction(theSystem, async (tx) => {
    const { rows } = await tx.execute<{ zone: string }>(
      sql`select distinct zone_code as zone from indicator where formula <> '' order by 1`,
    );
    return rows;
  });
  for (const { zone } of zones)
    await database.inTransaction(theSystem, async (tx) => {
      await lockValuesOf(tx, zone);
      await recompute(tx, theSystem, { zone, today });
    });
  await database.inTransaction(theSystem, async (tx) => {
    await refreshIndicators(tx, { today });
    await notifyChanged(tx, ['measures']);
  });
}
