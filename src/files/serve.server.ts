import { Readable as NodeReadable } from 'node:stream';
import type { ByteRange } from '#platform/storage.ts';
import { isPicture } from './file.ts';
import { contentDisposition } from './name.ts';
import { rangeOf } from './range.ts';
import type { Readable } from './read.server.ts';

type Read = (range?: ByteRange) => Promise<NodeReadable | undefined>;

/** The answer with a file, whole or in part; undefined where the storage does not have it. */
export async function fileResponse(file: Readable, asked: Headers, read: Read): Promise<Response | undefined> {
  const headers = headersOf(file);
  const { bytes } = file.variant;
  const etag = headers['etag'];
  if (asked.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  const isSame = [null, etag].includes(asked.get('if-range'));
  const range = isSame ? rangeOf(asked.get('range'), bytes) : 'all';
  if (!range) return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
  if (range === 'all') return answer(await read(), 200, { ...headers, 'content-length': String(bytes) });
  const { first, last } = range;
  return answer(await read(range), 206, {
    ...headers,
    'content-length': String(last - first + 1),
    'content-range': `bytes ${first}-${last}/${bytes}`,
  });
}

function answer(stream: NodeReadable | undefined, status: number, headers: Record<string, string>) {
  return stream && new Response(NodeReadable.toWeb(stream) as ReadableStream, { status, headers });
}

/** A file never runs as a page of ours, whatever is in it; a private one is kept by nobody. */
function headersOf({ name, variant, isPublic }: Readable) {
  const { mediaType, sha256 } = variant;
  return {
    'content-type': mediaType === 'text/plain' || mediaType === 'text/csv' ? 'application/octet-stream' : mediaType,
    'content-disposition': isPicture(variant)
      ? contentDisposition('inline', pictureName(name, variant.name))
      : contentDisposition('attachment', name),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    'accept-ranges': 'bytes',
    etag: `"${sha256.slice(0, 32)}"`,
  };
}

/** Saved from the page, a picture is called as it was sent, with the ending of the form it has now. */
function pictureName(name: string, variant: string): string {
  return name.replace(/\.[^.]*$/, '') + variant.slice(variant.lastIndexOf('.'));
}
