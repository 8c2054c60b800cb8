import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.server.ts';
import { migrate } from '#platform/migrate.server.ts';

/** Gives `work` a migrated database on a server of its own, with the product's own settings, and leaves nothing behind. */
export async function withDatabase<T>(work: (database: Database, version: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-bench-'));
  // Closed to others, it would make the database move to a place of its own and stay there.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres(folder);
  const database = openDatabase(server.url, 4);
  try {
    const migrated = await migrate(database.pool, join(import.meta.dirname, '../migrations'));
    if (!migrated.ok) throw new Error(migrated.problems.map((problem) => problem.says.en).join('\n'));
    const { rows } = await database.pool.query<{ server_version: string }>('show server_version');
    return await work(database, rows[0]?.server_version ?? '');
  } finally {
    await database.close();
    await server.stop('fast');
    await rm(folder, { recursive: true, force: true });
  }
}
