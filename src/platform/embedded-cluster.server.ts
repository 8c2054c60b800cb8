import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startWords as words } from '#language/words/start.ts';
import type { Place } from './embedded-place.server.ts';
import { EnvironmentProblem } from './environment.ts';
import { postgresProblem } from './refusals.ts';
import { isRunning } from './running.ts';

const run = promisify(execFile);

/** Makes the cluster unless it is there: aside, then moved into place, so that a kill in the middle leaves nothing that looks finished. */
export async function makeCluster(place: Place): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return checkVersion(place);
  await sweepHalfMade(place.cluster);
  const half = `${place.cluster}.new-${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o700 });
  if (place.user) await chown(half, place.user.uid, place.user.gid);
  await initialise(place, half);
  await rename(half, place.cluster).catch(async (error: NodeJS.ErrnoException) => {
    // Another process that started at the same moment was quicker: its cluster is as good as ours.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(half, { recursive: true });
  });
}

async function initialise(place: Place, folder: string): Promise<void> {
  const options = [
    '-U',
    'yuanlian',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await run(join(place.binaries, 'bin/initdb'), ['-D', folder, ...options], {
      ...place.user,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw postgresProblem(String((error as { stderr?: unknown }).stderr ?? error).trim());
  }
}

/** What a killed start left half made, except where that process still runs. */
async function sweepHalfMade(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    const left = name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)));
    if (left) await rm(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

async function checkVersion(place: Place): Promise<void> {
  const version = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === place.majorVersion) return;
  throw new EnvironmentProblem(words.clusterIsOfVersion(version, place.majorVersion));
}
