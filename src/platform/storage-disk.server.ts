import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isKey, type Storage } from './storage.ts';

const unfinished = '.part';

/** Files in a folder. Several processes may share it; a name appears only when its content is whole. */
export function diskStorage(folder: string): Storage {
  return {
    check: async () => void (await mkdir(folder, { recursive: true })),
    write: (key, path) => writeWhole(pathOf(folder, key), path),
    read: async (key, range) => {
      // A link in the folder is not followed: it could lead anywhere.
      const handle = await open(pathOf(folder, key), constants.O_RDONLY | constants.O_NOFOLLOW).catch(whenMissing);
      return handle && createReadStream('', { fd: handle, ...(range && { start: range.first, end: range.last }) });
    },
    remove: async (keys) => {
      await Promise.all(keys.map((key) => rm(pathOf(folder, key), { force: true })));
    },
    list: () => listFolder(folder),
  };
}

function pathOf(folder: string, key: string): string {
  if (!isKey(key)) throw new Error('not a key of the storage');
  return join(folder, key);
}

async function writeWhole(target: string, path: string): Promise<void> {
  const part = `${target}${unfinished}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await copyFile(path, part);
    await flush(part);
    await rename(part, target);
    await flush(dirname(target));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* listFolder(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(whenMissing);
  for (const entry of entries ?? []) {
    if (!entry.isFile() || entry.name.endsWith(unfinished)) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(whenMissing);
    if (found) yield { key: relative(folder, path).replaceAll('\\', '/'), bytes: found.size };
  }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return undefined;
  throw error;
}
