import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Headers } from './security-headers.ts';
import { withHeaders } from './security-headers.ts';
import { StoredPage } from './stored-page.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Names with a hash in them never change; the others are asked for again. */
const immutable = '/_app/immutable/';

/** The files of the build, all in memory: a closed set, decided when the program was built. */
export async function readStaticFiles(folder: string, more: Headers): Promise<ReadonlyMap<string, StoredPage>> {
  const files = new Map<string, StoredPage>();
  if (!existsSync(folder)) return files;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, stored(path, await readFile(file), more));
  }
  return files;
}

function stored(path: string, body: Buffer, more: Headers): StoredPage {
  const life = path.startsWith(immutable) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
  const own: Headers = [
    ['content-type', types[extname(path)] ?? 'application/octet-stream'],
    ['cache-control', life],
  ];
  return new StoredPage({
    headers: withHeaders(own, more),
    body,
    tags: [],
    route: '(file)',
    renderedAt: 0,
    forKeeping: true,
  });
}
