import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startWords as words } from '#language/words/start.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.server.ts';
import { EnvironmentProblem } from './environment.ts';

/** Session locks: the kernel closes the connection of a killed process, and the server lets its locks go. */
const using = 7_240_213_602;
const serving = 7_240_213_603;

/** This process's part in the embedded server, which several programs may use at once. */
export interface Joined {
  readonly url: string;
  readonly logFile: string;
  readonly cluster: string;
  /** Resolves when the server has gone away without `leave`. */
  readonly lost: Promise<void>;
  /** Takes the right to serve this data folder, which one process at a time may have. */
  claim(folder: string): Promise<void>;
  /** The last to leave stops the server. */
  leave(): Promise<void>;
}

/** Starts or adopts the server of `folder` and says to other programs that it is in use. */
export async function joinEmbedded(folder: string): Promise<Joined> {
  for (let attempt = 1; ; attempt++) {
    const server = await startEmbeddedPostgres(folder);
    try {
      return await hold(server);
    } catch (error) {
      // The last other user was just leaving, and the server stopped under us: start it again.
      if (attempt === 5) throw error;
      await sleep(100 * attempt);
    }
  }
}

async function hold(server: EmbeddedPostgres): Promise<Joined> {
  const client = new pg.Client({ connectionString: server.url, application_name: 'yuanlian keeper', keepAlive: true });
  let leaving = false;
  const lost = new Promise<void>((resolve) => client.on('end', () => void (leaving || resolve())));
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [using]);
  return {
    url: server.url,
    logFile: server.logFile,
    cluster: server.cluster,
    lost,
    claim: (folder) => claim(client, folder),
    leave: async () => {
      leaving = true;
      await leave(client, server);
    },
  };
}

/** A killed predecessor's connection takes a moment to be noticed; a live one stays. */
async function claim(client: pg.Client, folder: string): Promise<void> {
  for (let waited = 0; waited < 3_000; waited += 100) {
    if (await tryLock(client, serving)) return;
    await sleep(100);
  }
  throw new EnvironmentProblem(words.folderInUse(folder));
}

async function leave(client: pg.Client, server: EmbeddedPostgres): Promise<void> {
  const last = await client
    .query('select pg_advisory_unlock_shared($1)', [using])
    .then(() => tryLock(client, using))
    // The server has already gone: nothing is left to stop.
    .catch(() => false);
  if (last) await server.stop('fast');
  else await client.end();
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
  return rows[0]?.got === true;
}
