import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { until } from '../support/program.ts';
import { here, there, type AbusedSite, type Answer } from './site.ts';

const boundary = 'yuanlian-boundary';
const type = `multipart/form-data; boundary=${boundary}`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const text = '一份说明\n';

function part(disposition: string, content: string | Buffer, more = ''): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]);
}
const end = Buffer.from(`--${boundary}--\r\n`);
const zone = part('name="zone"', here);
const file = (name: string, content: string | Buffer = text, more = '') =>
  part(`name="file"; filename="${name}"`, content, more);

export function uploadCases(site: () => AbusedSite): void {
  const send = (body: Buffer | string, contentType = type, as = 'editor'): Promise<Answer> =>
    site().ask('/zh/desk/files', { as, body, headers: { 'content-type': contentType, accept: 'application/json' } });

  test.each<[string, () => Buffer | string, string?]>([
    ['no boundary', () => Buffer.concat([zone, file('a.txt'), end]), 'multipart/form-data'],
    [
      'an endless boundary',
      () => Buffer.concat([zone, file('a.txt'), end]),
      `multipart/form-data; boundary=${'x'.repeat(9_000)}`,
    ],
    ['no last boundary', () => Buffer.concat([zone, file('a.txt')])],
    [
      'a form in the form',
      () =>
        Buffer.concat([
          zone,
          file('a.txt', part('name="file"; filename="b.txt"', 'x'), 'Content-Type: multipart/mixed; boundary=y\r\n'),
        ]),
    ],
    ['a part that breaks off in its header', () => `--${boundary}\r\nContent-Disposition: form-da`],
    ['a field twice', () => Buffer.concat([zone, part('name="zone"', there), file('a.txt'), end])],
    [
      'a part of 1 MB of header',
      () => Buffer.concat([zone, part('name="file"; filename="a.txt"', 'x', `X-A: ${'a'.repeat(1024 ** 2)}\r\n`)]),
    ],
    ['1,000 parts', () => Buffer.concat([zone, ...Array.from({ length: 1_000 }, (_, i) => file(`${i}.txt`)), end])],
    [
      '10,000 fields',
      () => Buffer.concat([...Array.from({ length: 10_000 }, (_, i) => part(`name="f${i}"`, 'x')), end]),
    ],
    ['an index beyond all arrays', () => Buffer.concat([part('name="items[4294967294]"', 'x'), end])],
    ['no file', () => Buffer.concat([zone, end])],
    ['nothing', () => ''],
    ['JSON', () => '{"file":"x"}', 'application/json'],
    ['a zone of somebody else', () => Buffer.concat([part('name="zone"', there), file('a.txt'), end])],
    ['a zone that is SQL', () => Buffer.concat([part('name="zone"', "' or 1=1 --"), file('a.txt'), end])],
    [
      'an SVG called a picture',
      () =>
        Buffer.concat([
          zone,
          file('a.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'Content-Type: image/png\r\n'),
          end,
        ]),
    ],
    [
      'a page called a picture',
      () =>
        Buffer.concat([
          zone,
          file('a.png', '<!doctype html><script>alert(1)</script>', 'Content-Type: image/png\r\n'),
          end,
        ]),
    ],
    [
      'a program called a picture',
      () => Buffer.concat([zone, file('a.png', 'MZ\u0090\u0000\u0003', 'Content-Type: image/png\r\n'), end]),
    ],
    ['an SVG', () => Buffer.concat([zone, file('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), end])],
    ['a picture cut off', () => Buffer.concat([zone, file('a.png', png.subarray(0, 40)), end])],
  ])('a form with %s is refused, and nothing is kept', async (_what, body, contentType) => {
    const before = await kept(site());
    const { status } = await send(body(), contentType);
    expect([status >= 400 && status < 500, status]).toEqual([true, status]);
    expect(await kept(site())).toBe(before);
    expect(await temporary(site())).toEqual([]);
  });

  test.each([
    ['more than it says', 'Content-Length: 10\r\n\r\n' + 'x'.repeat(2000)],
    ['less than it says', 'Content-Length: 100000\r\n\r\nxxx'],
    ['more than may come', 'Content-Length: 999999999999\r\n\r\nxxx'],
    ['a length below nothing', 'Content-Length: -1\r\n\r\n'],
    ['a piece that is no piece', 'Transfer-Encoding: chunked\r\n\r\nZZ\r\nxxx'],
    ['pieces that break off', 'Transfer-Encoding: chunked\r\n\r\n4\r\nab'],
  ])('a body with %s leaves nothing, and the program lives', async (_what, rest) => {
    const head = `POST /zh/desk/files HTTP/1.1\r\nHost: localhost:${site().port}\r\nOrigin: http://localhost:${site().port}\r\nCookie: yuanlian-session=${site().token('editor')}\r\nContent-Type: ${type}\r\n`;
    await broken(site().port, head + rest);
    expect((await site().ask('/readyz')).status).toBe(200);
    await until(async () => (await temporary(site())).length === 0);
  });

  test('a body without end is cut off where the address has enough', async () => {
    const status = await endless(site());
    expect([0, 413]).toContain(status);
    await until(async () => (await temporary(site())).length === 0);
    expect((await site().ask('/readyz')).status).toBe(200);
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\\\..\\\\x.txt', 'x.txt'],
    ['a%00.txt', 'a_00.txt'],
    ['con.txt', 'file-con.txt'],
    ['x\u202Etxt.exe.txt', 'xtxt.exe.txt'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['报告 “一”;é.txt', '报告 “一”;é.txt'],
  ])('%j is kept and sent under a name that is only a name', async (name, plain) => {
    const sent = await send(Buffer.concat([zone, file(name), end]));
    const { file: made } = JSON.parse(sent.body) as { file: { name: string; url: string } };
    expect(made.name).toBe(plain);
    const got = await site().ask(made.url, { as: 'editor' });
    expect(got).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
    });
    expect(got.headers['content-disposition']).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w%.!~-]+$/);
    expect(got.headers['content-security-policy']).toContain('sandbox');
    await closed(site(), made.url);
  });

  test.each([
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    '....//package.json',
    '%252e%252e%252fpackage.json',
  ])('no way up from a file: %s', async (way) => {
    const id = '00000000-0000-0000-0000-000000000000';
    for (const path of [`/files/${id}/${way}`, `/files/${way}`, `/files/${way}/original`]) {
      const answer = await site().ask(path, { as: 'editor' });
      expect([path, [308, 400, 404].includes(answer.status)]).toEqual([path, true]);
      expect(answer.body).not.toContain('"dependencies"');
    }
  });

  test('a picture has the sizes it has, and no others, however many ask', async () => {
    const sent = await send(Buffer.concat([zone, file('p.png', png), end]));
    const { url } = (JSON.parse(sent.body) as { file: { url: string } }).file;
    const base = url.slice(0, url.lastIndexOf('/'));
    const ways = ['99999.webp', '1x1.png', 'original.svg', '480.webp?w=1', '-1.webp', 'original?format=exe'];
    const answers = await Promise.all(ways.map((way) => site().ask(`${base}/${way}`)));
    expect(answers.map(({ status }) => status)).toEqual(ways.map(() => 404));
    expect((await site().ask(url, { as: 'editor', headers: { range: 'bytes=0-,0-,0-,0-' } })).status).toBeLessThan(500);
    expect((await site().ask(url, { as: 'editor' })).status).toBe(200);
  });
}

/** To everybody but the zone's own people the file is not there, and nothing on the way keeps that. */
async function closed(site: AbusedSite, url: string): Promise<void> {
  for (const as of [undefined, 'other-editor']) {
    const answer = await site.ask(url, as === undefined ? {} : { as });
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toContain('no-store');
  }
}

async function kept({ database }: AbusedSite): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`select count(*)::int from file where state = 'kept'`);
  return rows[0]?.count ?? -1;
}

async function temporary({ home }: AbusedSite): Promise<string[]> {
  return (await readdir(home)).filter((name) => name.startsWith('yuanlian-upload-'));
}

function broken(port: number, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => socket.write(bytes));
    setTimeout(() => socket.destroy(), 300);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}

/** Sends pieces for as long as anybody takes them. */
function endless(site: AbusedSite): Promise<number> {
  return new Promise((resolve) => {
    const piece = Buffer.alloc(1024 ** 2, 'x');
    const headers = {
      origin: `http://localhost:${site.port}`,
      cookie: `yuanlian-session=${site.token('editor')}`,
      'content-type': type,
    };
    const sent = request({
      host: 'localhost',
      port: site.port,
      path: '/zh/desk/files',
      method: 'POST',
      headers,
      agent: false,
    });
    let isOver = false;
    const over = (status: number) => {
      isOver = true;
      sent.destroy();
      resolve(status);
    };
    const more = () => {
      if (!isOver) sent.write(piece, () => setImmediate(more));
    };
    sent.on('error', () => over(0));
    sent.on('response', ({ statusCode = 0 }) => over(statusCode));
    sent.write(zone, () => sent.write(file('a.txt').subarray(0, -2), more));
  });
}
