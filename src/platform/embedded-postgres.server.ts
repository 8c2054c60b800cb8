import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeCluster } from './embedded-cluster.server.ts';
import { boundLog, tailOf } from './embedded-log.server.ts';
import { findPlace, type Place } from './embedded-place.server.ts';
import { postgresProblem } from './refusals.ts';
import { isRunning } from './running.ts';

export interface EmbeddedPostgres {
  /** Connection address on the Unix socket; nothing listens on the network. */
  readonly url: string;
  /** True when a server of this folder was already running, started by another process or left by a killed one. */
  readonly adopted: boolean;
  readonly logFile: string;
  /** Folder of the database's own files. */
  readonly cluster: string;
  /** `fast` ends connections; `smart` waits until every client has gone. */
  stop(mode: 'fast' | 'smart'): Promise<void>;
}

/** Settings for a single small box: a socket only, and durable, because a confirmed write must survive `kill -9`. */
const settings = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'off',
  random_page_cost: '1.1',
  jit: 'off',
  logging_collector: 'off',
  timezone: 'UTC',
};

type Settings = Readonly<Record<string, string>>;

/**
 * Starts the PostgreSQL server of `folder`, making the cluster on first use, or joins the one that is running.
 * `extra` overrides settings (tests switch durability off). Throws an EnvironmentProblem where the machine refuses.
 */
export async function startEmbeddedPostgres(folder: string, extra: Settings = {}): Promise<EmbeddedPostgres> {
  const place = await findPlace(folder);
  await makeCluster(place);
  const url = `postgresql://yuanlian@/postgres?host=${encodeURIComponent(place.sockets)}&port=5432`;
  const adopted = await accepts(url);
  if (!adopted) await startServer(place, url, { ...settings, ...extra });
  return { url, adopted, logFile: place.log, cluster: place.cluster, stop: (mode) => stopServer(place, mode) };
}

const attempts = 8;

/** Tries again while the processes of a killed server are still letting go of their shared memory. */
async function startServer(place: Place, url: string, withSettings: Settings): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await forgetStrangersPid(place);
    const from = await boundLog(place.log);
    const server = launch(place, withSettings);
    if (await becomesReady(server, url)) return;
    // Another process may have started the same cluster at the same moment.
    if (await accepts(url)) return;
    const said = await tailOf(place.log, from);
    const passing = /lock file|shared memory block|pre-existing/.test(said);
    if (!passing || attempt === attempts) throw postgresProblem(said);
    await sleep(attempt * 150);
  }
}

function launch(place: Place, withSettings: Settings): ChildProcess {
  const folders = `"${place.sockets.replaceAll('"', '""')}"`;
  const options = { ...withSettings, unix_socket_directories: folders };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.log, 'a', 0o600);
  // Detached: Ctrl-C in the terminal must reach this process first, which drains and then stops the server.
  const server = spawn(join(place.binaries, 'bin/postgres'), ['-D', place.cluster, ...flags], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  server.unref();
  return server;
}

/** Waits as long as the server lives: after a crash it may have much to recover. False when it has ended. */
async function becomesReady(server: ChildProcess, url: string): Promise<boolean> {
  let ended = false;
  server.on('exit', () => (ended = true));
  server.on('error', () => (ended = true));
  while (!ended) {
    if (await accepts(url)) return true;
    await sleep(30);
  }
  return false;
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** After a crash the number in the pid file may belong to a process that has nothing to do with us. */
async function forgetStrangersPid(place: Place): Promise<void> {
  const pid = await serverPid(place);
  const file = `/proc/${pid}/cmdline`;
  if (pid === undefined || !existsSync(file)) return;
  const command = await readFile(file, 'utf8').catch(() => '');
  if (!command.includes('postgres')) await rm(join(place.cluster, 'postmaster.pid'), { force: true });
}

async function stopServer(place: Place, mode: 'fast' | 'smart'): Promise<void> {
  const pid = await serverPid(place);
  if (pid === undefined) return;
  process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGTERM');
  while (isRunning(pid) && (await serverPid(place)) === pid) await sleep(15);
}

async function serverPid(place: Place): Promise<number | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const pid = Number(text.split('\n')[0]);
  return isRunning(pid) ? pid : undefined;
}
