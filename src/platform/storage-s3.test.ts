import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inFolder } from '../../tests/support/files.ts';
import { EnvironmentProblem } from './environment.ts';
import type { S3Settings } from './storage-config.ts';
import { openStorage } from './storage-open.server.ts';

let folder: string;
let server: S3rver;
let settings: S3Settings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yuanlian-s3-'));
  const configureBuckets = [{ name: 'zones', configs: [] }];
  server = new S3rver({ directory: folder, address: '127.0.0.1', port: 0, silent: true, configureBuckets });
  const { port } = await server.run();
  const [key, secret] = ['S3RVER', 'S3RVER'];
  const endpoint = `http://127.0.0.1:${port}`;
  settings = { kind: 's3', endpoint, bucket: 'zones', prefix: 'site/one', region: 'us-east-1', key, secret };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('files go into a bucket and come back, whole and in part, until they are removed', () =>
  inFolder(async (put) => {
    const storage = openStorage(settings);
    await storage.check();
    await storage.write('ab/x/480.webp', await put('source', '0123456789'));
    await storage.write('ab/x/报告 (1)+.txt', await put('other', '内容'));
    const read = async (key: string, range?: { first: number; last: number }) => {
      const stream = await storage.read(key, range);
      return stream && text(stream);
    };
    expect(await read('ab/x/480.webp')).toBe('0123456789');
    expect(await read('ab/x/480.webp', { first: 2, last: 4 })).toBe('234');
    expect(await read('ab/x/报告 (1)+.txt')).toBe('内容');
    expect(await read('ab/none')).toBeUndefined();
    const listed = await Array.fromAsync(storage.list());
    expect(listed).toEqual([
      { key: 'ab/x/480.webp', bytes: 10 },
      { key: 'ab/x/报告 (1)+.txt', bytes: 6 },
    ]);
    await storage.remove(['ab/x/480.webp', 'ab/x/报告 (1)+.txt', 'ab/never']);
    expect(await Array.fromAsync(storage.list())).toEqual([]);
    await expect(storage.read('../other')).rejects.toThrow('not a key');
  }));

test(
  'a bucket of more than a thousand files is listed to the end',
  () =>
    inFolder(async (put) => {
      const storage = openStorage({ ...settings, prefix: '' });
      const path = await put('source', 'x');
      for (let from = 0; from < 1100; from += 50)
        await Promise.all(Array.from({ length: 50 }, (_, at) => storage.write(`many/${from + at}`, path)));
      expect(await Array.fromAsync(storage.list())).toHaveLength(1100);
    }),
  60_000,
);

test.each([
  ['a wrong secret', { secret: 'wrong' }],
  ['a bucket that is not there', { bucket: 'nowhere' }],
  ['nobody at the address', { endpoint: 'http://127.0.0.1:9' }],
])('%s is told at the start, in words', async (_what, wrong) => {
  await expect(openStorage({ ...settings, ...wrong }).check()).rejects.toThrow(EnvironmentProblem);
});
