import { opening } from '../../tests/support/gate.ts';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplateAsOwner } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine } from '#accounts/actor.ts';
import { openSession } from '#accounts/session.server.ts';
import { addAccount } from '#accounts/write.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { backup } from './backup.server.ts';
import { inOrder, prepareForCopy } from './copy.server.ts';
import { proveBackup } from './doctor.server.ts';
import { restore } from './restore.server.ts';

const migrations = 'migrations';
const now = new Date('2026-01-05T09:00:00Z');
let folder: string;
let source: Database;
let file: string;

const place = (dataFolder: string) => ({ dataFolder, storage: diskStorage(join(dataFolder, 'files')) });
const nowhere = { dataFolder: undefined, storage: undefined };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yuanlian-backup-'));
  file = join(folder, 'backup.tar.zst');
  source = await cloneTemplateAsOwner();
  await source.inTransaction(commandLine, async (tx) => {
    await twoZones(tx);
    const account = {
      name: '反斜线\\ 引号"',
      email: 'a@zone.example',
      password: 'correct horse',
    };
    const made = await addAccount(tx, commandLine, { account, membership: { role: 'operator' } });
    await openSession(tx, made.ok ? made.value : 0, opening(now));
  });
  await mkdir(join(folder, 'data/files/a'), { recursive: true });
  await writeFile(join(folder, 'data/files/a/报告.txt'), '内容');
  await writeFile(join(folder, 'data/site.json'), '{}');
  await withClient(source, (client) => backup(client, { file, ...place(join(folder, 'data')), now }));
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

async function withClient<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release(true);
  }
}

/** A database with nothing in it, not even our tables. */
async function emptyDatabase(): Promise<Database> {
  const name = `empty_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return openDatabase(inject('postgresUrl').replace('/postgres?', `/${name}?`), 2);
}

async function restoring(from: string, dataFolder: string | undefined) {
  const database = await emptyDatabase();
  const outcome = await withClient(database, (client) =>
    restore(client, { file: from, migrations, ...(dataFolder === undefined ? nowhere : place(dataFolder)) }),
  );
  return { database, outcome };
}

const tablesOf = async ({ pool }: Database) =>
  (await pool.query("select 1 from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'")).rowCount;

test('what was backed up is there again, files included, and everyone signs in anew', async () => {
  const target = join(folder, 'restored');
  const { database, outcome } = await restoring(file, target);
  expect(outcome).toMatchObject({ ok: true });
  for (const table of ['place', 'zone', 'account', 'history', 'schema_migration']) {
    const all = `select * from ${table} order by 1, 2`;
    expect((await database.pool.query(all)).rows).toEqual((await source.pool.query(all)).rows);
  }
  expect((await database.pool.query('select 1 from session')).rowCount).toBe(0);
  expect(await readFile(join(target, 'files/a/报告.txt'), 'utf8')).toBe('内容');
  // New records are numbered on, and history is as strict as before.
  await database.inTransaction(commandLine, async (tx) => {
    const account = { name: 'b', email: 'b@zone.example', password: 'correct horse' };
    expect(await addAccount(tx, commandLine, { account, membership: { role: 'operator' } })).toMatchObject({
      ok: true,
    });
  });
  await expect(database.pool.query('delete from history')).rejects.toThrow();
  await database.close();
});

test('a restore only goes into an empty database', async () => {
  const full = await cloneTemplateAsOwner();
  const outcome = await withClient(full, (client) => restore(client, { file, migrations, ...nowhere }));
  expect(outcome).toMatchObject({ ok: false, problems: [{ says: { zh: expect.stringContaining('空数据库') } }] });
  await full.close();
});

test('a damaged or cut-off backup is found out before anything is changed', async () => {
  const bytes = await readFile(file);
  for (const length of [0, 10, Math.floor(bytes.length / 2), bytes.length - 40]) {
    const cut = join(folder, 'cut.tar.zst');
    await writeFile(cut, bytes);
    await truncate(cut, length);
    const { database, outcome } = await restoring(cut, undefined);
    expect(outcome).toMatchObject({ ok: false });
    expect(await tablesOf(database)).toBe(0);
    await database.close();
  }
  const damaged = join(folder, 'damaged.tar.zst');
  await writeFile(damaged, bytes);
  const handle = await open(damaged, 'r+');
  await handle.write(Buffer.from('damage'), 0, 6, Math.floor(bytes.length / 3));
  await handle.close();
  const { database, outcome } = await restoring(damaged, undefined);
  expect(outcome).toMatchObject({ ok: false });
  await database.close();
});

test('a backup is of one moment, also while others write', async () => {
  const moment = join(folder, 'moment.tar.zst');
  const manifest = await withClient(source, async (client) => {
    const onTable = (done: number) => {
      if (done === 0)
        void source.pool.query("insert into news_column select 'late', null, 9, 'x', 'x', 'x', 'x', '工作动态'");
    };
    return backup(client, { file: moment, ...place(folder), now, onTable });
  });
  const columns = manifest.tables.find((table) => table.name === 'news_column')?.rows;
  await source.pool.query("delete from news_column where slug = 'late'");
  const { rows } = await source.pool.query<{ count: number }>('select count(*)::int as count from news_column');
  expect(columns).toBe(rows[0]?.count);
});

test('the doctor restores beside the database and leaves nothing behind', async () => {
  const url = inject('postgresUrl');
  const before = await databases(source);
  expect(await proveBackup(source, { url, file, migrations })).toMatchObject({ ok: true });
  expect(await databases(source)).toEqual(before);
});

async function databases({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select datname as name from pg_database where datname = 'yuanlian_doctor_${process.pid}'`,
  );
  return rows.map((row) => row.name);
}

test('a backup that could not be finished leaves no file', async () => {
  const unfinished = join(folder, 'unfinished.tar.zst');
  await withClient(source, async (client) => {
    await prepareForCopy(client);
    const order = {
      file: unfinished,
      ...place(folder),
      now,
      onTable: () => {
        throw new Error('stop');
      },
    };
    await expect(backup(client, order)).rejects.toThrow('stop');
  });
  expect(existsSync(unfinished) || existsSync(`${unfinished}.part`)).toBe(false);
});

test('tables come after what they refer to', () => {
  const table = (name: string, ...needs: string[]) => ({ name, needs });
  const ordered = inOrder([table('c', 'b', 'gone'), table('b', 'a'), table('a')]);
  expect(ordered.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(() => inOrder([table('x', 'y'), table('y', 'x')])).toThrow('x, y');
});
