import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { operationsWords as words } from '#language/words/operations.ts';
import { migrateInside } from '#platform/migrate.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Storage } from '#platform/storage.ts';
import type { TarPiece } from './archive.ts';
import { copyIn, measureTable, prepareForCopy, quoted } from './copy.server.ts';
import type { FileRecord, Manifest, TableRecord } from './manifest.ts';
import { piecesOf, tableOf, verifyBackup } from './read-backup.server.ts';

export interface RestoreOrder {
  readonly file: string;
  /** Folder of the migrations. */
  readonly migrations: string;
  /** Where files go; undefined when only the database is restored, to prove that it can be. */
  readonly dataFolder: string | undefined;
  /** Where uploaded files go; as with the folder, undefined when they are not wanted. */
  readonly storage: Storage | undefined;
  readonly onTable?: (done: number, total: number) => void;
}

/**
 * Brings a backup into an empty database. The archive is read from end to end before anything is changed, everything
 * happens in one transaction, and what arrived is measured again before it is kept.
 */
export async function restore(client: pg.ClientBase, order: RestoreOrder): Promise<Outcome<Manifest>> {
  const verified = await verifyBackup(order.file);
  if (!verified.ok) return verified;
  const manifest = verified.value;
  if (!(await isEmpty(client))) return refused({ says: words.databaseNotEmpty });
  if (order.dataFolder && (await holdsFiles(order.dataFolder, order.storage)))
    return refused({ says: words.folderNotEmpty(order.dataFolder) });
  await prepareForCopy(client);
  await client.query('begin');
  const files = new RestoredFiles(manifest.files, order);
  try {
    const outcome = await fill(client, manifest, { order, files });
    await client.query(outcome.ok ? 'commit' : 'rollback');
    if (!outcome.ok) await files.remove();
    return outcome;
  } catch (error) {
    await client.query('rollback');
    await files.remove();
    throw error;
  }
}

interface Filling {
  readonly order: RestoreOrder;
  readonly files: RestoredFiles;
}

async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  return rows[0]?.count === 0;
}

async function holdsFiles(dataFolder: string, storage: Storage | undefined): Promise<boolean> {
  if (existsSync(join(dataFolder, 'site.json'))) return true;
  for await (const stored of storage?.list() ?? []) return stored.key !== '';
  return false;
}

async function fill(client: pg.ClientBase, manifest: Manifest, filling: Filling): Promise<Outcome<Manifest>> {
  const migrated = await migrateInside(client, filling.order.migrations, manifest.migrations);
  if (!migrated.ok) return migrated;
  const triggers = manifest.tables.map(({ name }) => quoted(name));
  const forced = await forcedTables(client);
  // COPY does not write through policies; the owner of the tables is held to them again below.
  await alterEach(client, forced, 'no force row level security');
  await alterEach(client, triggers, 'disable trigger user');
  // What the migrations themselves brought is in the backup too.
  for (const table of [...triggers].reverse()) await client.query(`delete from ${table}`);
  await fillTables(client, manifest, filling);
  for (const { name, value, called } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [`public.${quoted(name)}`, value, called]);
  }
  const wrong = await firstDifference(client, manifest.tables);
  if (wrong !== undefined) return refused({ says: words.restoredOtherwise(wrong) });
  await alterEach(client, triggers, 'enable trigger user');
  await alterEach(client, forced, 'force row level security');
  return done(manifest);
}

async function alterEach(client: pg.ClientBase, tables: readonly string[], what: string): Promise<void> {
  for (const table of tables) await client.query(`alter table ${table} ${what}`);
}

async function forcedTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  return rows.map(({ name }) => `public.${quoted(name)}`);
}

/** Goes through the archive once more: rows into the tables, files into the folder. */
async function fillTables(client: pg.ClientBase, manifest: Manifest, { order, files }: Filling): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const pieces = new Lookahead(piecesOf(order.file));
  let count = 0;
  for (let piece = await pieces.peek(); piece !== undefined; piece = await pieces.peek()) {
    const { name } = piece.entry;
    const table = tables.get(tableOf(name) ?? '');
    const isSame = (next: TarPiece) => (table ? tableOf(next.entry.name) === table.name : next.entry.name === name);
    if (table) {
      order.onTable?.(count++, tables.size);
      await copyIn(client, table, pieces.bytesWhile(isSame));
    } else {
      await files.write(name, pieces.bytesWhile(isSame));
    }
  }
}

async function firstDifference(client: pg.ClientBase, tables: readonly TableRecord[]): Promise<string | undefined> {
  for (const table of tables) {
    const { rows, sha256 } = await measureTable(client, table);
    if (rows !== table.rows || sha256 !== table.sha256) return table.name;
  }
  return undefined;
}

interface Place {
  readonly bytes: AsyncIterable<Buffer>;
  readonly folder: string;
  readonly storage: Storage;
}

/** Files on their way into the data folder; taken out again when the restore is undone. */
class RestoredFiles {
  readonly #records: readonly FileRecord[];
  readonly #folder: string | undefined;
  readonly #storage: Storage | undefined;
  readonly #written: string[] = [];
  readonly #keys: string[] = [];

  constructor(records: readonly FileRecord[], { dataFolder, storage }: RestoreOrder) {
    this.#records = records;
    this.#folder = dataFolder;
    this.#storage = storage;
  }

  /** Writes the file of that entry; an entry that is no file, or that nobody wants, is read past. */
  async write(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    const record = name.startsWith('files/') ? this.#records[Number(name.slice('files/'.length))] : undefined;
    if (!record || this.#folder === undefined || !this.#storage) {
      for await (const chunk of bytes) void chunk;
      return;
    }
    await this.#put(record.path, { bytes, folder: this.#folder, storage: this.#storage });
  }

  async #put(path: string, { bytes, folder, storage }: Place): Promise<void> {
    const [, key] = /^files\/(.+)$/s.exec(path) ?? [];
    const target = join(folder, key === undefined ? path : `${key.replaceAll('/', '-')}.arriving`);
    await mkdir(folder, { recursive: true });
    await pipeline(Readable.from(bytes), createWriteStream(target, { mode: 0o600, flush: true }));
    if (key === undefined) return void this.#written.push(target);
    this.#keys.push(key);
    await storage.write(key, target);
    await rm(target);
  }

  async remove(): Promise<void> {
    for (const file of this.#written) await rm(file, { force: true });
    await this.#storage?.remove(this.#keys);
  }
}

/** Pieces one by one, with a look at the next: several pieces in a row belong to one table. */
class Lookahead {
  readonly #pieces: AsyncIterator<TarPiece>;
  #next: TarPiece | undefined;
  #isRead = false;

  constructor(pieces: AsyncIterable<TarPiece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async peek(): Promise<TarPiece | undefined> {
    if (this.#isRead) return this.#next;
    const { value, done: ended } = await this.#pieces.next();
    this.#next = ended ? undefined : value;
    this.#isRead = true;
    return this.#next;
  }

  async *bytesWhile(isSame: (piece: TarPiece) => boolean): AsyncGenerator<Buffer> {
    for (let piece = await this.peek(); piece !== undefined && isSame(piece); piece = await this.peek()) {
      this.#isRead = false;
      yield piece.bytes;
    }
  }
}
