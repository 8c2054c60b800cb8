import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { operationsWords as words } from '#language/words/operations.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { BrokenArchive, readTar, type TarPiece } from './archive.ts';
import { Meter, type Measure } from './copy.server.ts';
import { manifestSchema, type Manifest } from './manifest.ts';

/** The pieces of a backup in the order they were written. */
export async function* piecesOf(file: string): AsyncGenerator<TarPiece> {
  const source = createReadStream(file);
  const plain = source.pipe(createZstdDecompress());
  source.on('error', (error) => plain.destroy(error));
  yield* readTar(plain as AsyncIterable<Buffer>);
}

/** The table a piece belongs to: `tables/zone/000000.copy` is of `zone`. */
export function tableOf(name: string): string | undefined {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1];
}

/** A line for each form of each uploaded file makes it long. */
const largestManifest = 256 * 1024 * 1024;

/** What was found in the archive, to be compared with what its manifest says. */
interface Found {
  readonly tables: Map<string, Meter>;
  readonly files: { bytes: number; hash: Hash | undefined; sha256: string }[];
  manifest: Buffer[];
}

/** Reads a backup from end to end and answers its manifest, if every row and file is there as the manifest says. */
export async function verifyBackup(file: string): Promise<Outcome<Manifest>> {
  const found: Found = { tables: new Map(), files: [], manifest: [] };
  try {
    for await (const piece of piecesOf(file)) measure(found, piece);
  } catch (error) {
    if (isDamage(error)) return refused({ says: words.backupIsBroken(error.message) });
    throw error;
  }
  const manifest = manifestSchema.safeParse(parsed(Buffer.concat(found.manifest)));
  if (!manifest.success) return refused({ says: words.backupIsBroken('manifest.json') });
  const wrong = firstDifference(manifest.data, found);
  return wrong === undefined ? done(manifest.data) : refused({ says: words.backupIsBroken(wrong) });
}

function measure(found: Found, { entry, bytes, last }: TarPiece): void {
  const table = tableOf(entry.name);
  if (table !== undefined) {
    const meter = found.tables.get(table) ?? new Meter();
    found.tables.set(table, meter);
    meter.add(bytes);
  } else if (entry.name.startsWith('files/')) {
    measureFile(found, { entry, bytes, last });
  } else if (entry.name === 'manifest.json' && entry.size < largestManifest) {
    found.manifest.push(bytes);
  } else if (last) {
    throw new BrokenArchive(entry.name);
  }
}

/** A hash is closed with its file: of many thousands, only one is open at a time. */
function measureFile({ files }: Found, { entry, bytes, last }: TarPiece): void {
  const index = Number(entry.name.slice('files/'.length));
  const file = (files[index] ??= { bytes: 0, hash: createHash('sha256'), sha256: '' });
  file.bytes += bytes.length;
  file.hash?.update(bytes);
  if (!last) return;
  file.sha256 = file.hash?.digest('hex') ?? '';
  file.hash = undefined;
}

function firstDifference(manifest: Manifest, found: Found): string | undefined {
  return wrongTable(manifest, found.tables) ?? wrongFile(manifest, found.files);
}

function wrongTable({ tables }: Manifest, found: ReadonlyMap<string, Meter>): string | undefined {
  const names = new Set(tables.map((table) => table.name));
  const empty: Measure = new Meter().result();
  const wrong = tables.find(({ name, rows, sha256 }) => {
    const measured = found.get(name)?.result() ?? empty;
    return rows !== measured.rows || sha256 !== measured.sha256;
  });
  return wrong?.name ?? [...found.keys()].find((name) => !names.has(name));
}

function wrongFile({ files }: Manifest, found: Found['files']): string | undefined {
  const wrong = files.find(({ bytes, sha256 }, index) => {
    const file = found[index];
    return file?.bytes !== bytes || file.sha256 !== sha256;
  });
  return wrong?.path ?? (found.length === files.length ? undefined : 'files');
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** zstd finds most damage by itself; all its errors carry a code of this form, and a cut-off file ends too early. */
function isDamage(error: unknown): error is Error {
  if (error instanceof BrokenArchive) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ZSTD_') || code.startsWith('Z_');
}
