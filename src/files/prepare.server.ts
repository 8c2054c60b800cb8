import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, type Outcome } from '#platform/outcome.ts';
import { contentTypes } from './content.ts';
import { original, type Described, type Variant } from './file.ts';
import { cleanName } from './name.ts';
import { encodePicture } from './picture.server.ts';
import { recognise } from './recognise.server.ts';

/** A file as it lies in the folder of its upload, under a name of ours. */
export interface Arrived {
  readonly path: string;
  /** What its sender called it. */
  readonly name: string;
}

/** What is known of a file before it is kept, and where each of its forms lies. */
export interface Prepared {
  readonly about: Omit<Described, 'id'> & { readonly sha256: string; readonly storedBytes: number };
  readonly paths: ReadonlyMap<string, string>;
}

/** Looks into a file and brings it into the forms it is kept in. */
export async function prepare({ path, name }: Arrived): Promise<Outcome<Prepared>> {
  const found = await recognise(path, name);
  if (!found.ok) return found;
  const { mediaType, endings } = contentTypes[found.value];
  if (mediaType.startsWith('image/')) return preparePicture({ path, name }, mediaType, endings);
  const variant = await measured(path, { name: original, mediaType });
  const { bytes, sha256 } = variant;
  const size = { width: null, height: null, bytes, storedBytes: bytes, sha256 };
  const about = { name: cleanName(name, endings), mediaType, ...size, variants: [variant] };
  return done({ about, paths: new Map([[original, path]]) });
}

async function preparePicture(
  { path, name }: Arrived,
  mediaType: string,
  endings: readonly [string, ...string[]],
): Promise<Outcome<Prepared>> {
  const folder = join(dirname(path), `${path.slice(dirname(path).length + 1)}-forms`);
  await mkdir(folder);
  const encoded = await encodePicture(path, folder);
  if (!encoded.ok) return encoded;
  const { width, height, forms } = encoded.value;
  const paths = new Map(forms.map((form) => [form.name, join(folder, form.name)]));
  const variants = await Promise.all(forms.map((form) => measured(join(folder, form.name), form)));
  const largest = variants.at(-1);
  const about = {
    ...{ name: cleanName(name, endings), mediaType, width, height, variants },
    bytes: largest?.bytes ?? 0,
    sha256: largest?.sha256 ?? '',
    storedBytes: variants.reduce((sum, variant) => sum + variant.bytes, 0),
  };
  return done({ about, paths });
}

async function measured(path: string, form: Pick<Variant, 'name' | 'mediaType' | 'width'>): Promise<Variant> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return { ...form, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
