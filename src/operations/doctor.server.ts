import { existsSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { theSystem } from '#accounts/actor.ts';
import { hasOperator } from '#accounts/operator-link.server.ts';
import { checkChain } from '#history/chain.server.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import { wallOf } from '#platform/app-role.server.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { newestMigration } from '#platform/migrate.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { readSite } from '#platform/site.server.ts';
import type { Finding } from './finding.ts';
import { firstFileMissing } from './doctor-files.server.ts';
import { quoted } from './copy.server.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.server.ts';

const leastFreeBytes = 1024 ** 3;

/** What can be told without the database. */
export async function examineMachine(config: Config, root: string): Promise<Finding[]> {
  const [major = ''] = process.versions.node.split('.');
  await mkdir(config.dataFolder, { recursive: true });
  const { bavail, bsize } = await statfs(config.dataFolder);
  const free = bavail * bsize;
  const isBuilt = existsSync(join(root, 'build/handler.js'));
  const site = await readSite(config.dataFolder);
  return [
    { name: 'node', ok: Number(major) >= 24, says: words.checkNode(process.versions.node) },
    { name: 'build', ok: isBuilt, says: words.checkBuild(isBuilt) },
    { name: 'disk', ok: free > leastFreeBytes, says: words.checkFolder(config.dataFolder, inGigabytes(free)) },
    { name: 'site', ok: site.ok, says: words.checkSite(site.ok ? undefined : site.problems[0]?.says) },
  ];
}

/** What the database says of itself; it only looks. */
export async function examineDatabase(database: Database, migrations: string): Promise<Finding[]> {
  const { pool } = database;
  const { rows } = await pool.query<{ version: string; bytes: string; isMigrated: boolean }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      to_regclass('public.schema_migration') is not null as "isMigrated"`,
  );
  const [server] = rows;
  const known = await newestMigration(migrations);
  const found = server?.isMigrated ? await newestApplied(pool) : 0;
  const isCurrent = found === known;
  const operator = isCurrent && (await database.inTransaction(theSystem, hasOperator));
  return [
    {
      name: 'database',
      ok: true,
      says: words.checkDatabase(server?.version ?? '', inGigabytes(Number(server?.bytes))),
    },
    { name: 'schema', ok: isCurrent, says: words.checkSchema(found, known) },
    { name: 'operator', ok: operator, says: words.checkOperator(operator) },
    ...(isCurrent ? [await examineTenancy(pool), await examineHistory(database)] : []),
  ];
}

/** All of it, however long it takes. */
async function examineHistory({ inTransaction }: Database): Promise<Finding> {
  const chain = await inTransaction(theSystem, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    return checkChain(tx);
  });
  const { isWhole, rows, brokenAt, outside, newest } = chain;
  const says = brokenAt === undefined ? words.historyOutside(outside) : words.historyBroken(brokenAt);
  const place = newest ? `${newest.position} ${newest.hash}` : '0';
  return { name: 'history', ok: isWhole, says: isWhole ? words.historyWhole(rows, place) : says };
}

async function examineTenancy(pool: pg.Pool): Promise<Finding> {
  const client = await pool.connect();
  const wall = await wallOf(client).finally(() => client.release(true));
  return { name: 'tenancy', ok: wall !== 'nothing', says: words.checkTenancy[wall] };
}

async function newestApplied(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ number: number | null }>('select max(number) as number from schema_migration');
  return rows[0]?.number ?? 0;
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(bytes < 1024 ** 3 ? 3 : 1)} GB`;
}

export interface Proof {
  /** Connection address of the server the backup is restored beside. */
  readonly url: string;
  readonly file: string;
  readonly migrations: string;
}

/** Proves that a backup restores, in a database of its own that is gone afterwards. Nothing else is touched. */
export async function proveBackup(database: Database, { url, file, migrations }: Proof): Promise<Outcome<Manifest>> {
  const scratch = `yuanlian_doctor_${process.pid}`;
  await database.pool.query(`drop database if exists ${quoted(scratch)}`);
  await database.pool.query(`create database ${quoted(scratch)} template template0`);
  const client = new pg.Client({ connectionString: onDatabase(url, scratch) });
  try {
    await client.connect();
    const restored = await restore(client, { file, migrations, dataFolder: undefined, storage: undefined });
    // Row security looks here: the doctor sees the rows of every zone.
    await client.query("select set_config('yuanlian.zones', '*', false)");
    const missing = restored.ok ? await firstFileMissing(client, restored.value) : undefined;
    return missing === undefined ? restored : refused({ says: words.backupLacksFile(missing) });
  } finally {
    await client.end();
    await database.pool.query(`drop database ${quoted(scratch)} with (force)`);
  }
}

/** The same server, another database. */
function onDatabase(url: string, name: string): string {
  const [, server = '', query = ''] = /^([a-z]+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/.exec(url) ?? [];
  return `${server}/${name}${query}`;
}
