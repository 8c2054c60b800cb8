import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { maxArchiveEntries, maxCompressionRatio, maxUnpackedBytes } from '../limits.ts';
import type { Refusal } from '../page.ts';

/** An entry of a ZIP, before anything of it was unpacked. */
export interface Listed {
  readonly at: number;
  readonly name: string;
  readonly bytes: number;
  readonly refusal: Refusal | undefined;
}

/** What opening found out: the entries, or why none of them is read. */
export type Listing =
  { readonly ok: true; readonly entries: readonly Listed[] } | { readonly ok: false; readonly refusal: Refusal };

export class ArchiveProblem extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** One ZIP held open, so that its entries can be read in any order. */
export interface Archive {
  readonly entries: readonly Entry[];
  readonly zip: ZipFile;
}

// Names are decoded and checked by us: a name that climbs out is one refused entry, not a broken archive.
const options = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: true,
  strictFileNames: false,
} as const;

export async function openArchive(from: string | Buffer, mostEntries = maxArchiveEntries): Promise<Archive> {
  const zip = await (typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(from, options)).catch(
    broken,
  );
  if (zip.entryCount > mostEntries) {
    zip.close();
    throw new ArchiveProblem('tooManyEntries');
  }
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > mostEntries) throw new ArchiveProblem('tooManyEntries');
    }
  } catch (error) {
    zip.close();
    return broken(error);
  }
  return { entries, zip };
}

function broken(error: unknown): never {
  throw error instanceof ArchiveProblem ? error : new ArchiveProblem('brokenArchive');
}

/** What a ZIP announces, entry by entry, each with the reason why it would not be read. */
export function listArchive(archive: Archive): Listing {
  const total = archive.entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > maxUnpackedBytes) return { ok: false, refusal: 'unpacksTooLarge' };
  const entries = archive.entries.map((entry, at) => {
    const name = nameOf(entry);
    return { at, name, bytes: entry.uncompressedSize, refusal: refusalOf(entry, name) };
  });
  return { ok: true, entries: entries.filter((entry) => !entry.name.endsWith('/')) };
}

/** File names in old archives are GBK; the flag that says UTF-8 is often missing when they are UTF-8 too. */
export function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

/** The type bits of a Unix mode, kept in the upper half of the attributes. */
const linkMode = 0o120000;
const typeBits = 0o170000;

function refusalOf(entry: Entry, name: string): Refusal | undefined {
  if (isUnsafeName(name)) return 'unsafeEntryName';
  if (entry.isEncrypted()) return 'encryptedEntry';
  if (((entry.externalFileAttributes >>> 16) & typeBits) === linkMode) return 'symbolicLink';
  const isBomb =
    entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * maxCompressionRatio;
  return isBomb ? 'unpacksTooLarge' : undefined;
}

/** Names that climb out of the folder, start at the root or name a drive. */
export function isUnsafeName(name: string): boolean {
  return /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\u0000/i.test(name);
}

/** One entry unpacked, never more than `most` bytes of it: what the archive says about its size is not believed. */
export async function readEntry(archive: Archive, entry: Entry, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw new ArchiveProblem('tooLarge');
  const stream = await archive.zip.openReadStreamPromise(entry).catch(broken);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) throw new ArchiveProblem('unpacksTooLarge');
      parts.push(part);
    }
  } catch (error) {
    stream.destroy();
    return broken(error);
  }
  return Buffer.concat(parts);
}
