import { and, lt, ne, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import type { Storage } from '#platform/storage.ts';
import { daysUntilPurged, storageKey } from './file.ts';
import { files } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'purge-files': Record<string, never>;
  }
}

/** Empties the bin, a hundred files at a time. */
export const purgeDeletedFiles: Handler<'purge-files'> = async (
  { database, files: storage, now },
  _data,
  { signal },
) => {
  const some = () => database.inTransaction(theSystem, (tx) => purgeFiles(tx, storage, now()));
  while (!signal.aborted && (await some()) === purgedAtOnce);
};

const purgedAtOnce = 100;

/**
 * Removes for good what was deleted long enough ago, and what never arrived; answers how many. The bytes go first: cut
 * off midway, the row is still there and the next run finishes.
 */
export async function purgeFiles(tx: Tx, storage: Storage, now: Date): Promise<number> {
  const days = (count: number) => new Date(now.getTime() - count * 24 * 3600_000);
  const since = sql`coalesce(${files.deletedAt}, ${files.at})`;
  const patience = sql`case ${files.state} when 'deleted' then ${days(daysUntilPurged)}::timestamptz else ${days(1)}::timestamptz end`;
  const rows = await tx
    .select({ id: files.id, variants: files.variants })
    .from(files)
    .where(and(ne(files.state, 'kept'), lt(since, patience)))
    .limit(purgedAtOnce)
    .for('update', { skipLocked: true });
  await storage.remove(rows.flatMap(({ id, variants }) => variants.map(({ name }) => storageKey(id, name))));
  await tx.execute(sql`delete from ${files} where id = any (${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  return rows.length;
}
