import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { largestFile } from './file.ts';
import { withReceived, type Received } from './receive.server.ts';

const boundary = 'x'.repeat(20);
const type = `multipart/form-data; boundary=${boundary}`;

function part(disposition: string, content: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}

const end = `--${boundary}--\r\n`;
const file = (name: string, content = 'x') => part(`name="file"; filename="${name}"`, content);

function sent(body: string | ReadableStream, contentType = type): Request {
  return new Request('http://zone.example/zh/desk/files', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': contentType },
  } as RequestInit);
}

const uploadsOnDisk = () => readdirSync(tmpdir()).filter((name) => name.startsWith('yuanlian-upload-'));

test('a form arrives with its fields and files, and leaves nothing behind', async () => {
  let seen = '';
  const answer = await withReceived(
    sent(part('name="zone"', '32101026') + file('报告.txt', '内容') + file('', '') + end),
    async ({ fields, files }) => {
      expect([...fields]).toEqual([['zone', '32101026']]);
      expect(files.map(({ name }) => name)).toEqual(['报告.txt']);
      seen = files[0]?.path ?? '';
      return readFile(seen, 'utf8');
    },
  );
  expect(answer).toBe('内容');
  expect(existsSync(seen)).toBe(false);
});

test.each<[string, string, string]>([
  ['no boundary', 'x', 'multipart/form-data'],
  ['another type', 'x=1', 'application/x-www-form-urlencoded'],
  ['no last boundary', file('a.txt'), type],
  ['nothing at all', '', type],
  ['a body that is no form', 'hello', type],
  ['a part that breaks off in its header', `--${boundary}\r\ncontent-disposition: form-da`, type],
  ['a field twice', part('name="zone"', '1') + part('name="zone"', '2') + end, type],
  ['a file under another name', part('name="document"; filename="a.txt"', 'x') + end, type],
  ['a field that is too long', part('name="zone"', 'x'.repeat(30_000)) + end, type],
])('a form with %s is malformed', async (_what, body, contentType) => {
  expect(await withReceived(sent(body, contentType), never)).toMatchObject({ status: 400 });
});

test('names that a program could mistake for its own are only names', async () => {
  const body = part('name="__proto__"', 'x') + part('name="items[4294967294]"', 'y') + end;
  const answer = await withReceived(sent(body), async ({ fields }: Received) => [...fields.keys()]);
  expect(answer).toEqual(['__proto__', 'items[4294967294]']);
});

test.each<[string, () => string | ReadableStream]>([
  ['a thousand parts', () => Array.from({ length: 1000 }, (_, i) => file(`${i}.txt`)).join('') + end],
  ['ten thousand fields', () => Array.from({ length: 10_000 }, (_, i) => part(`name="f${i}"`, 'x')).join('') + end],
  ['one file that is too large', () => file('a.bin', 'x'.repeat(largestFile + 1)) + end],
])('%s are too much', async (_what, body) => {
  expect(await withReceived(sent(body()), never)).toMatchObject({ status: 413 });
});

test('what was typed before a file that is not taken comes back with the refusal', async () => {
  const typed = { note: '已报区里协调', until: '2026-12-01' };
  const fields = Object.entries(typed).map(([name, value]) => part(`name="${name}"`, value));
  const tooLarge = [...fields, file('a.bin', 'x'.repeat(largestFile + 1)), end].join('');
  expect(await withReceived(sent(tooLarge), never)).toMatchObject({ status: 413, typed });
  const brokenOff = [...fields, file('a.bin')].join('');
  expect(await withReceived(sent(brokenOff), never)).toMatchObject({ status: 400, typed });
});

test('a body that exceeds what the address takes is too much, whatever was said before', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(file('a.bin', 'abc').slice(0, -4))),
    pull: (controller) => controller.error(Object.assign(new Error('too long'), { status: 413 })),
  });
  expect(await withReceived(sent(body), never)).toMatchObject({ status: 413 });
});

test('a file that is too large and then breaks off is not waited for', async () => {
  const piece = new Uint8Array(largestFile + 1).fill(120);
  let sending = 0;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(file('a.bin', '').slice(0, -2))),
    pull: (controller) => {
      if (sending++ === 0) controller.enqueue(piece);
      else controller.error(Object.assign(new Error('too long'), { status: 413 }));
    },
  });
  const before = uploadsOnDisk();
  expect(await withReceived(sent(body), never)).toMatchObject({ status: 413 });
  expect(uploadsOnDisk()).toEqual(before);
});

test('an upload that breaks off leaves no file', async () => {
  const before = uploadsOnDisk();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(file('a.bin', 'x'.repeat(100_000)))),
    pull: (controller) => controller.error(new Error('gone')),
  });
  expect(await withReceived(sent(body), never)).toMatchObject({ status: 400 });
  expect(uploadsOnDisk()).toEqual(before);
});

function never(): Promise<never> {
  throw new Error('this must not have been taken');
}
