import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { cloneTemplateAsOwner } from '../../tests/support/database.ts';
import { inFolder } from '../../tests/support/files.ts';
import { commandLine } from '#accounts/actor.ts';
import { checkChain } from '#history/chain.server.ts';
import { remember } from '#history/write.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { backup } from './backup.server.ts';
import { examineHistorySince } from './doctor-history.server.ts';
import { proveBackup } from './doctor.server.ts';

test('a history whose end was cut off is whole by itself, and found out by the backup', () =>
  inFolder(async (_, folder) => {
    const database = await cloneTemplateAsOwner();
    const deed = (action: string) =>
      database.inTransaction(commandLine, (tx) => remember(tx, commandLine, { kind: 'test', record: '1', action }));
    await deed('first');
    await deed('second');
    const file = join(folder, 'backup');
    const client = await database.pool.connect();
    const order = { file, dataFolder: folder, storage: diskStorage(join(folder, 'files')), now: new Date() };
    const manifest = await backup(client, order).finally(() => client.release(true));
    expect(manifest.history).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const proof = await proveBackup(database, { url: inject('postgresUrl'), file, migrations: 'migrations' });
    expect(proof).toMatchObject({ ok: true, value: { history: manifest.history } });
    await deed('third');
    expect(await examineHistorySince(database, manifest)).toMatchObject([{ ok: true }]);
    await database.pool.query(`
      alter table history disable trigger user; alter table history_chain disable trigger user;
      select set_config('yuanlian.zones', '*', false);
      delete from history_chain where history_id >= (select max(id) - 1 from history);
      delete from history where id >= (select max(id) - 1 from history)`);
    const chain = await database.inTransaction(commandLine, (tx) => checkChain(tx));
    expect(chain.isWhole).toBe(true);
    expect(await examineHistorySince(database, manifest)).toMatchObject([{ ok: false }]);
    await deed('written over the gap');
    expect(await examineHistorySince(database, manifest)).toMatchObject([{ ok: false }]);
    await database.close();
  }));
