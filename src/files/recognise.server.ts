import { open, readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { fileWords as words } from '#language/words/files.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { TwoText } from '#language/lang.ts';
import {
  hasOldMacros,
  isMarkup,
  oldOfficeKind,
  signatureOf,
  zipKind,
  type ContentKind,
  type Signature,
} from './content.ts';
import { zipNames } from './zip.server.ts';

type Found = Outcome<ContentKind>;

/** What a file is, by what is in it; what it is called only tells plain text from a table of commas. */
export async function recognise(path: string, name: string): Promise<Found> {
  const head = await headOf(path);
  if (head.length === 0) return no(words.empty);
  const signature = signatureOf(head);
  if (signature === undefined) return text(await readFile(path), name);
  return looks[signature](path);
}

const looks: Readonly<Record<Signature, (path: string) => Promise<Found>>> = {
  jpeg: is('jpeg'),
  png: is('png'),
  webp: is('webp'),
  gif: is('gif'),
  avif: is('avif'),
  pdf: is('pdf'),
  heic: () => Promise.resolve(no(words.heic)),
  program: () => Promise.resolve(no(words.unknownType)),
  zip: async (path) => {
    const names = await zipNames(path);
    if (!names.ok) return names;
    const hasMacros = [...names.value].some((name) => name.endsWith('vbaProject.bin'));
    return hasMacros ? no(words.macros) : done(zipKind(names.value));
  },
  ole: async (path) => {
    const bytes = await readFile(path);
    const kind = oldOfficeKind(bytes);
    if (kind === undefined) return no(words.unknownType);
    return hasOldMacros(bytes) ? no(words.macros) : done(kind);
  },
};

function is(kind: ContentKind): () => Promise<Found> {
  return () => Promise.resolve(done(kind));
}

/** Text in UTF-8 or GB 18030, without control characters, that no program would run. */
function text(bytes: Buffer, name: string): Found {
  const utf8 = iconv.decode(bytes, 'utf8');
  const letters = utf8.includes('\ufffd') ? iconv.decode(bytes, 'gb18030') : utf8;
  if (isMarkup(letters)) return no(words.markup);
  if (/[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/.test(letters)) return no(words.unknownType);
  return done(/\.csv$/i.test(name) ? 'csv' : 'txt');
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function no(says: TwoText): Found {
  return refused({ field: 'file', says });
}
