import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import type { Storage } from '#platform/storage.ts';
import { tarEnd, tarHeader, tarPadding } from './archive.ts';
import { copyOut, listTables, Meter, prepareForCopy, type Table } from './copy.server.ts';
import { formatVersion, type FileRecord, type Manifest, type TableRecord } from './manifest.ts';

export interface BackupOrder {
  readonly file: string;
  readonly dataFolder: string;
  /** Where uploaded files are: a folder or a bucket, the backup is the same. */
  readonly storage: Storage;
  readonly now: Date;
  readonly onTable?: (done: number, total: number) => void;
}

/**
 * Writes everything into one file: all tables as they were at one moment, the files of the data folder, `site.json`.
 * The file appears under its name only when it is whole and on the disk.
 */
export async function backup(client: pg.ClientBase, order: BackupOrder): Promise<Manifest> {
  const part = `${order.file}.part`;
  await mkdir(dirname(order.file), { recursive: true });
  try {
    await prepareForCopy(client);
    await client.query('begin isolation level repeatable read read only');
    const contents = new Contents(client, order);
    const compressor = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const handle = await open(part, 'wx', 0o600);
    await pipeline(Readable.from(contents.write()), compressor, handle.createWriteStream({ flush: true }));
    await client.query('commit');
    await rename(part, order.file);
    return contents.manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Rows travel in pieces of this size, so that the size in front of each piece is known and memory stays flat. */
const pieceBytes = 4 * 1024 * 1024;

interface Source {
  /** As the manifest names it, with forward slashes. */
  readonly path: string;
  readonly size: number;
  readonly content: () => Promise<Readable | undefined>;
}

class Contents {
  readonly #client: pg.ClientBase;
  readonly #order: BackupOrder;
  readonly #tables: TableRecord[] = [];
  readonly #files: FileRecord[] = [];
  #manifest: Manifest | undefined;

  constructor(client: pg.ClientBase, order: BackupOrder) {
    this.#client = client;
    this.#order = order;
  }

  /** What was written, once everything was. */
  get manifest(): Manifest {
    if (!this.#manifest) throw new Error('the backup is not finished');
    return this.#manifest;
  }

  async *write(): AsyncGenerator<Buffer> {
    const tables = await listTables(this.#client);
    for (const [done, table] of tables.entries()) {
      this.#order.onTable?.(done, tables.length);
      yield* this.#writeTable(table);
    }
    this.#order.onTable?.(tables.length, tables.length);
    for await (const source of this.#sources()) yield* this.#writeFile(source);
    this.#manifest = await this.#describe();
    yield* this.#entry('manifest.json', Buffer.from(`${JSON.stringify(this.#manifest, null, 1)}\n`));
    yield tarEnd;
  }

  async *#writeTable(table: Table): AsyncGenerator<Buffer> {
    const meter = new Meter();
    let waiting: Buffer[] = [];
    let bytes = 0;
    let piece = 0;
    const name = () => `tables/${table.name}/${String(piece++).padStart(6, '0')}.copy`;
    for await (const chunk of copyOut(this.#client, table)) {
      meter.add(chunk);
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes < pieceBytes) continue;
      yield* this.#entry(name(), Buffer.concat(waiting));
      waiting = [];
      bytes = 0;
    }
    if (bytes > 0) yield* this.#entry(name(), Buffer.concat(waiting));
    this.#tables.push({ name: table.name, columns: [...table.columns], ...meter.result() });
  }

  *#entry(name: string, content: Buffer): Generator<Buffer> {
    yield tarHeader(name, content.length, this.#order.now);
    yield content;
    yield tarPadding(content.length);
  }

  /** Numbered in the archive, because a path may be longer than a name in it can be. */
  async *#writeFile({ path, size, content }: Source): AsyncGenerator<Buffer> {
    const stream = await content();
    if (!stream) throw new Error(`${path} went away while it was read`);
    const hash = createHash('sha256');
    yield tarHeader(`files/${String(this.#files.length).padStart(8, '0')}`, size, this.#order.now);
    let written = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      written += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
    if (written !== size) throw new Error(`${path} changed while it was read`);
    yield tarPadding(size);
    this.#files.push({ path, bytes: size, sha256: hash.digest('hex') });
  }

  /** What is the operator's own beside the tables: `site.json`, and every uploaded file in the order of its key. */
  async *#sources(): AsyncGenerator<Source> {
    const { dataFolder, storage } = this.#order;
    const site = join(dataFolder, 'site.json');
    if (existsSync(site)) {
      const { size } = await stat(site);
      yield { path: 'site.json', size, content: () => Promise.resolve(createReadStream(site)) };
    }
    const stored = await Array.fromAsync(storage.list());
    for (const { key, bytes } of stored.sort((one, other) => (one.key < other.key ? -1 : 1)))
      yield { path: `files/${key}`, size: bytes, content: () => storage.read(key) };
  }

  async #describe(): Promise<Manifest> {
    const migrations = await this.#client.query<{ number: number; checksum: string }>(
      'select number, checksum from schema_migration order by number',
    );
    const sequences = await this.#client.query<{ name: string; value: string | null; first: string }>(
      `select sequencename as name, last_value as value, start_value as first from pg_sequences where schemaname = 'public' order by 1`,
    );
    const newest = await this.#client.query<{ position: number; hash: string }>(
      `select position::int, encode(hash, 'hex') as hash from history_chain order by position desc limit 1`,
    );
    const [history] = newest.rows;
    return {
      product: 'yuanlian',
      format: formatVersion,
      madeAt: this.#order.now.toISOString(),
      migrations: migrations.rows,
      tables: this.#tables,
      sequences: sequences.rows.map((row) => ({
        name: row.name,
        value: row.value ?? row.first,
        called: row.value !== null,
      })),
      files: this.#files,
      ...(history && { history }),
    };
  }
}
