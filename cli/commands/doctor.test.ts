import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import type { Finding } from '#operations/finding.ts';
import { backup } from '#operations/backup.server.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/database.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { UsageProblem, type Context } from '../command.ts';
import { doctorCommand } from './doctor.ts';

let data: string;
let url: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'yuanlian-doctor-'));
  url = await newClone();
});
afterAll(() => rm(data, { recursive: true }));

async function examined(...args: string[]): Promise<Finding[]> {
  const config = readConfig({ DATABASE_URL: url, YUANLIAN_DATA: data });
  if (!config.ok) throw new Error('the settings are wrong');
  let found: Finding[] = [];
  const context: Context = {
    ...{ config: config.value, lang: 'zh', actor: commandLine, now: () => new Date(), json: true, root: process.cwd() },
    database: () => Promise.reject(new Error('the doctor only looks')),
    progress: () => ({ at: () => undefined, end: () => undefined }),
    ...{ say: () => undefined, complain: () => undefined },
    result: (value) => ({ findings: found } = value as { findings: Finding[] }),
  };
  await doctorCommand.run(args, context);
  return found;
}

test('the doctor proves the newest of the backups, whatever else lies in their folder', async () => {
  await expect(examined('--backup', 'newest')).rejects.toThrow(UsageProblem);
  const folder = join(data, 'backups');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'yuanlian-2026-01-01T000000.tar.zst'), 'an older one, broken');
  await writeFile(join(folder, 'zzz.txt'), 'a note of the operator');
  const owner = openDatabase(url, 2);
  const client = await owner.pool.connect();
  const file = join(folder, 'yuanlian-2026-02-01T000000.tar.zst');
  await backup(client, { file, dataFolder: data, storage: diskStorage(join(data, 'files')), now: new Date() });
  client.release(true);
  await owner.close();
  const proof = async () => (await examined('--backup', 'newest')).find(({ name }) => name === 'backup');
  expect(await proof()).toMatchObject({ ok: true });
  await writeFile(join(folder, 'yuanlian-2026-03-01T000000.tar.zst'), 'the newest, broken');
  expect(await proof()).toMatchObject({ ok: false });
}, 60_000);
