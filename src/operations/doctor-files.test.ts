import { mkdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { cloneTemplateAsOwner } from '../../tests/support/database.ts';
import { inFolder, photograph } from '../../tests/support/files.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine } from '#accounts/actor.ts';
import { storageKey } from '#files/file.ts';
import { addFile } from '#files/write.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { backup } from './backup.server.ts';
import { examineFiles } from './doctor-files.server.ts';
import { proveBackup } from './doctor.server.ts';

test('uploaded files are in the backup; one that is not there is found out, in the storage and in the backup', () =>
  inFolder(async (put, folder) => {
    const database = await cloneTemplateAsOwner();
    const storage = diskStorage(join(folder, 'files'));
    await database.inTransaction(commandLine, twoZones);
    const arrived = { path: await put('0', await photograph()), name: 'a.jpg' };
    const keeping = { database, files: storage, config: { zoneQuotaBytes: 1e9 } };
    const added = await addFile(keeping, commandLine, { zone: '32101026', arrived });
    if (!added.ok) throw new Error('refused');
    const key = storageKey(added.value.id, '480.webp');
    const back = async (name: string) => {
      const file = join(folder, name);
      const client = await database.pool.connect();
      await backup(client, { file, dataFolder: folder, storage, now: new Date() }).finally(() => client.release(true));
      return proveBackup(database, { url: inject('postgresUrl'), file, migrations: 'migrations' });
    };
    expect(await examineFiles(database, storage)).toMatchObject({ ok: true });
    const whole = await back('whole');
    expect(whole.ok && whole.value.files.map(({ path }) => path)).toContain(`files/${key}`);
    await truncate(join(folder, 'files', key), 3);
    expect(await examineFiles(database, storage)).toMatchObject({ ok: false });
    await rm(join(folder, 'files', key));
    await mkdir(join(folder, 'files/other'));
    expect(await examineFiles(database, storage)).toMatchObject({ ok: false });
    expect(await back('lacking')).toMatchObject({
      ok: false,
      problems: [{ says: { en: expect.stringContaining(key) } }],
    });
    await database.close();
  }));
