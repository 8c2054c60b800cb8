import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { platformWords as words } from '#language/words/platform.ts';
import { shareWithApp } from './app-role.server.ts';
import { done, refused, type Outcome } from './outcome.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Any two processes that migrate at once wait for each other on this advisory lock. */
const migrationLock = 7_240_213_601;

/** A migration changes the rows of every zone, also where the owner of the tables is held to their policies. */
const seesEverything = `set yuanlian.zones = '*'`;

const ledger = `create table if not exists schema_migration (
  number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`;

/**
 * Brings the schema to what `folder` describes and says how many migrations ran. Refuses, and changes nothing,
 * when the database is newer than this program or a migration was edited after it ran.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<Outcome<number>> {
  const known = await readMigrations(folder);
  const client = await pool.connect();
  try {
    // Waiting for another process's long migration is no runaway statement.
    await client.query('set statement_timeout = 0');
    await client.query(seesEverything);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(ledger);
    const { rows } = await client.query<{ number: number; checksum: string }>(
      'select number, checksum from schema_migration order by number',
    );
    const problem = mismatch(known, rows);
    if (problem) return refused({ says: problem });
    const applied = new Set(rows.map((row) => row.number));
    const pending = known.filter((migration) => !applied.has(migration.number));
    for (const migration of pending) await apply(client, migration);
    await shareWithApp(client);
    return done(pending.length);
  } finally {
    // Ending the session frees the lock and the setting, also where the connection is broken.
    client.release(true);
  }
}

/**
 * Makes the schema a backup was taken from, in the caller's transaction and in an empty database. Refuses a schema
 * this program does not know.
 */
export async function migrateInside(
  client: pg.ClientBase,
  folder: string,
  wanted: readonly { number: number; checksum: string }[],
): Promise<Outcome<number>> {
  const known = await readMigrations(folder);
  const problem = mismatch(known, wanted);
  if (problem) return refused({ says: problem });
  await client.query(seesEverything);
  await client.query(ledger);
  const numbers = new Set(wanted.map(({ number }) => number));
  const pending = known.filter(({ number }) => numbers.has(number));
  for (const migration of pending) await run(client, migration);
  return done(pending.length);
}

/** The newest schema this program knows. */
export async function newestMigration(folder: string): Promise<number> {
  return (await readMigrations(folder)).at(-1)?.number ?? 0;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    }),
  );
}

function mismatch(known: Migration[], applied: readonly { number: number; checksum: string }[]) {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]));
  for (const row of applied) {
    const migration = byNumber.get(row.number);
    if (!migration) return words.schemaIsNewer(row.number);
    if (migration.checksum !== row.checksum) return words.migrationWasEdited(migration.name);
  }
  return undefined;
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await run(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function run(client: pg.ClientBase, { number, name, text, checksum }: Migration): Promise<void> {
  await client.query(text);
  await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}
