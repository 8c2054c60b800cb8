import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { inFolder } from '../../tests/support/files.ts';
import { diskStorage } from './storage-disk.server.ts';

test('what is written is read again, whole and in part, and is gone once removed', () =>
  inFolder(async (put, folder) => {
    const storage = diskStorage(join(folder, 'files'));
    await storage.check();
    await storage.write('ab/x/original', await put('source', '0123456789'));
    const read = async (range?: { first: number; last: number }) => {
      const stream = await storage.read('ab/x/original', range);
      return stream && text(stream);
    };
    expect([await read(), await read({ first: 2, last: 4 })]).toEqual(['0123456789', '234']);
    expect(await Array.fromAsync(storage.list())).toEqual([{ key: 'ab/x/original', bytes: 10 }]);
    await storage.remove(['ab/x/original', 'never/was']);
    expect(await read()).toBeUndefined();
  }));

test('no key leads out of the folder, and no link is followed', () =>
  inFolder(async (put, folder) => {
    const storage = diskStorage(join(folder, 'files'));
    await mkdir(join(folder, 'files'));
    const secret = await put('secret', 'x');
    await symlink(secret, join(folder, 'files/link'));
    await writeFile(join(folder, 'files/half.part'), 'x');
    expect(await storage.read('link')).toBeUndefined();
    for (const key of ['../secret', '/etc/passwd', 'a/../../secret', 'a\\b', 'a\0b', '', './a', 'a//b'])
      await expect(storage.read(key)).rejects.toThrow('not a key');
    expect(await Array.fromAsync(storage.list())).toEqual([]);
  }));
