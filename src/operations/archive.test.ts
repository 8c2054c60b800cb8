import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { BrokenArchive, readTar, tarEnd, tarHeader, tarPadding } from './archive.ts';

const at = new Date('2024-02-01T09:30:00Z');

function archiveOf(files: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = files.flatMap(([name, body]) => [tarHeader(name, body.length, at), body, tarPadding(body.length)]);
  return Buffer.concat([...parts, tarEnd]);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function filesIn(source: AsyncIterable<Buffer>): Promise<[string, Buffer][]> {
  const files: [string, Buffer[]][] = [];
  for await (const { entry, bytes } of readTar(source)) {
    if (files.at(-1)?.[0] !== entry.name) files.push([entry.name, []]);
    files.at(-1)?.[1].push(bytes);
  }
  return files.map(([name, pieces]) => [name, Buffer.concat(pieces)]);
}

test('what is written is read again, however the stream is cut', async () => {
  const file = fc.tuple(
    fc.uuid(),
    fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 2_000 }), async (files, size) => {
      expect(await filesIn(inChunks(archiveOf(files), size))).toEqual(files);
    }),
    { numRuns: 40 },
  );
});

test('any tar can open it', () => {
  const listed = execFileSync('tar', ['-tf', '-'], {
    input: archiveOf([['tables/zone/000000.copy', Buffer.from('a\n')]]),
  });
  expect(listed.toString().trim()).toBe('tables/zone/000000.copy');
});

test('an archive that ends too early is found out wherever it was cut', async () => {
  const whole = archiveOf([
    ['a', Buffer.alloc(700, 1)],
    ['b', Buffer.alloc(10, 2)],
  ]);
  for (const end of [1, 511, 600, 1_500, 1_700, 2_100, whole.length - tarEnd.length]) {
    await expect(filesIn(inChunks(whole.subarray(0, end), 400))).rejects.toThrow(BrokenArchive);
  }
});

test('a damaged header is found out', async () => {
  const whole = archiveOf([['a', Buffer.alloc(10)]]);
  whole[3] = 7;
  await expect(filesIn(inChunks(whole, 512))).rejects.toThrow(BrokenArchive);
});
