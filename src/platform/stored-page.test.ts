import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceptedEncoding } from './encoding.ts';
import { StoredPage, type Form } from './stored-page.ts';

const text = '开发区 '.repeat(500);
const stored = (body: string, type = 'text/html; charset=utf-8') =>
  new StoredPage({
    headers: [['content-type', type]],
    body: Buffer.from(body),
    tags: [],
    route: '',
    renderedAt: 0,
    forKeeping: true,
  });
const headerOf = (form: Form, name: string) => form.headers[form.headers.indexOf(name) + 1];

test('every encoding carries the same text, its own length, and one tag', async () => {
  const page = stored(text);
  const [plain, br, gzip] = await Promise.all([page.form(undefined), page.form('br'), page.form('gzip')]);
  expect(plain.body.toString()).toBe(text);
  expect(brotliDecompressSync(br.body).toString()).toBe(text);
  expect(gunzipSync(gzip.body).toString()).toBe(text);
  for (const form of [plain, br, gzip]) {
    expect(headerOf(form, 'content-length')).toBe(String(form.body.length));
    expect(headerOf(form, 'etag')).toBe(page.etag);
    expect(headerOf(form, 'vary')).toBe('accept-encoding');
  }
  expect(headerOf(br, 'content-encoding')).toBe('br');
});

test('an encoding is made once and then ready at once', async () => {
  const page = stored(text);
  const first = await page.form('br');
  expect(page.form('br')).toBe(first);
});

test('what is small or compressed already is sent as it is', () => {
  expect(stored('ok').form('br')).toMatchObject({ body: Buffer.from('ok') });
  expect(stored(text, 'image/png').form('br')).toMatchObject({ body: Buffer.from(text) });
});

test('another text has another tag', () => {
  expect(stored('a').etag).not.toBe(stored('b').etag);
});

test.each([
  [undefined, undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0,gzip;q=0.5', 'gzip'],
  ['identity', undefined],
  ['BR', 'br'],
])('a reader that accepts “%s” gets %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});
