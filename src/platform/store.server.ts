import pg from 'pg';
import { startWords as words } from '#language/words/start.ts';
import { addressAsApp, mayBecomeApp } from './app-role.server.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './database.server.ts';
import { joinEmbedded, type Joined } from './embedded-use.server.ts';
import { EnvironmentProblem } from './environment.ts';
import { migrate } from './migrate.server.ts';
import { asEnvironmentProblem } from './refusals.ts';

/** The database of this installation, ready to use, and the embedded server behind it when there is one. */
export interface Store {
  readonly database: Database;
  readonly url: string;
  /** As the owner of the tables: for backups, and for pg-boss, which looks after its own. */
  readonly ownerUrl: string;
  readonly embedded: Joined | undefined;
  close(): Promise<void>;
}

/**
 * Opens the operator's PostgreSQL or the embedded one, brings its schema up to date as the owner of the tables, and goes
 * on as the role that owns nothing.
 */
export async function openStore(config: Config, migrations: string): Promise<Store> {
  const store = await connectStore(config);
  try {
    const migrated = await migrate(store.database.pool, migrations);
    if (migrated.ok) return await asApp(store);
    const [first] = migrated.problems;
    throw new EnvironmentProblem(first?.says ?? words.databaseUnreachable(''));
  } catch (error) {
    await store.close();
    throw asEnvironmentProblem(error, config.dataFolder);
  }
}

/** Where the database user may not have the role, the owner goes on: FORCE holds it to the policies too. */
async function asApp(store: Store): Promise<Store> {
  const client = await store.database.pool.connect();
  const may = await mayBecomeApp(client).finally(() => client.release(true));
  if (!may) return store;
  await store.database.close();
  return { ...onAddress(addressAsApp(store.url), store.embedded), ownerUrl: store.url };
}

/** As the owner of the tables, and without touching the schema: for `doctor`, which only looks, and `restore`. */
export async function connectStore(config: Config): Promise<Store> {
  const embedded = config.databaseUrl === undefined ? await startOrExplain(config.dataFolder) : undefined;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  if (!embedded) await checkServer(url);
  return onAddress(url, embedded);
}

function onAddress(url: string, embedded: Joined | undefined): Store {
  const database = openDatabase(url, 4);
  const close = async () => {
    await database.close();
    await embedded?.leave();
  };
  return { database, url, ownerUrl: url, embedded, close };
}

async function startOrExplain(folder: string): Promise<Joined> {
  try {
    return await joinEmbedded(folder);
  } catch (error) {
    throw asEnvironmentProblem(error, folder);
  }
}

const oldest = 150_000;

/** Refuses a server that cannot be reached, is too old, or does not speak UTF-8. */
async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new EnvironmentProblem(words.databaseUnreachable(reasonOf(error)), error);
  });
  const show = async (name: string) => {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
    return rows[0]?.value ?? '';
  };
  try {
    if (Number(await show('server_version_num')) < oldest) {
      throw new EnvironmentProblem(words.databaseTooOld(await show('server_version')));
    }
    const encoding = await show('server_encoding');
    if (encoding !== 'UTF8') throw new EnvironmentProblem(words.databaseNotUtf8(encoding));
  } finally {
    await client.end();
  }
}

/** A failed connection to a name with several addresses carries its reasons inside. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
