import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileWords as words } from '#language/words/files.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

const mostEntries = 10_000;
const mostUnpacked = 1024 ** 3;
const symbolicLink = 0o120000;
const typeBits = 0o170000;

/** The names in a ZIP whose directory can be trusted: nothing encrypted, twice there, leading elsewhere or blown up. */
export async function zipNames(path: string): Promise<Outcome<ReadonlySet<string>>> {
  // Broken paths (absolute, `..`, a drive letter) are an error of the reader itself.
  const zip = await openPromise(path, { lazyEntries: true, validateEntrySizes: true }).catch(() => undefined);
  if (!zip) return refused({ field: 'file', says: words.archiveUnsafe });
  try {
    return await listNames(zip);
  } catch {
    return refused({ field: 'file', says: words.archiveUnsafe });
  } finally {
    zip.close();
  }
}

async function listNames(zip: ZipFile): Promise<Outcome<ReadonlySet<string>>> {
  const names = new Map<string, string>();
  let unpacked = 0;
  if (zip.entryCount > mostEntries) return refused({ field: 'file', says: words.archiveTooLarge });
  for await (const entry of zip.eachEntry()) {
    const folded = entry.fileName.toLowerCase();
    if (isUnsafe(entry) || names.has(folded)) return refused({ field: 'file', says: words.archiveUnsafe });
    unpacked += entry.uncompressedSize;
    if (unpacked > mostUnpacked) return refused({ field: 'file', says: words.archiveTooLarge });
    names.set(folded, entry.fileName);
  }
  return done(new Set(names.values()));
}

function isUnsafe(entry: Entry): boolean {
  return entry.isEncrypted() || ((entry.externalFileAttributes >>> 16) & typeBits) === symbolicLink;
}
