import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ByteRange } from '#platform/storage.ts';
import { fileResponse } from './serve.server.ts';

const bytes = Buffer.from('0123456789');
const read = (range?: ByteRange) =>
  Promise.resolve(Readable.from([range ? bytes.subarray(range.first, range.last + 1) : bytes]));
const variant = { name: 'original', mediaType: 'application/pdf', bytes: 10, sha256: 'c'.repeat(64) };
const file = { name: '年报.pdf', variant, isPublic: true };
const asked = (headers: Record<string, string> = {}, what = file) => fileResponse(what, new Headers(headers), read);

test('a file comes as a download that cannot run', async () => {
  const response = await asked();
  expect(response?.status).toBe(200);
  expect(Object.fromEntries(response?.headers ?? [])).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': `attachment; filename="__.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf`,
    'content-length': '10',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'application/pdf',
    etag: `"${'c'.repeat(32)}"`,
    'x-content-type-options': 'nosniff',
  });
  expect(await response?.text()).toBe('0123456789');
});

test('a private file is kept by nobody', async () => {
  expect((await asked({}, { ...file, isPublic: false }))?.headers.get('cache-control')).toBe('private, no-store');
});

test.each([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=8-', 206, '89', 'bytes 8-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-999', 206, '56789', 'bytes 5-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=3-1', 200, '0123456789', null],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
])('asked for %s it answers %i', async (range, ...answer) => {
  const response = await asked({ range });
  expect([response?.status, await response?.text(), response?.headers.get('content-range')]).toEqual(answer);
});

test('who has it already is told so; a part of another file is never joined to it', async () => {
  const etag = `"${'c'.repeat(32)}"`;
  expect((await asked({ 'if-none-match': etag }))?.status).toBe(304);
  expect((await asked({ range: 'bytes=0-3', 'if-range': etag }))?.status).toBe(206);
  expect((await asked({ range: 'bytes=0-3', 'if-range': '"another"' }))?.status).toBe(200);
});
