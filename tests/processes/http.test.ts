import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedChannel } from '#platform/changed.server.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { freePort, startProgram, until, type Program } from '../support/program.ts';

let home: string;
let program: Program;
let port: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yuanlian-http-'));
  await chmod(home, 0o711);
  port = await freePort();
  program = startProgram({ data: join(home, 'data'), port, env: { YUANLIAN_SAMPLE: 'on', LOG_LEVEL: 'info' } });
  await program.ready();
  await until(() => program.said().includes('/setup/'));
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
  await rm(home, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends the path as it is: a URL parser would tidy up what is being tested. */
function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const form = (fields: Record<string, string>): Asked => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: `http://localhost:${port}`,
    accept: 'text/html',
  },
  body: new URLSearchParams(fields).toString(),
});

async function query(text: string, values: unknown[] = []): Promise<void> {
  const host = encodeURIComponent(join(home, 'data/socket'));
  const client = new pg.Client({ connectionString: `postgresql://yuanlian@/postgres?host=${host}` });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

test.each([
  [200, '/zh', {}],
  [200, '/icon.svg', {}],
  [200, '/zh/news/feed.atom', {}],
  [200, '/api/v1/columns', {}],
  [307, '/', {}],
  [308, '//zh', {}],
  [400, '/%', {}],
  [400, '/zh?q=%00', {}],
  [404, '/zh/nothing-here', {}],
  [404, '/_app/immutable/nothing.css', {}],
  [404, '/metrics', {}],
  [405, '/zh', { method: 'TRACE' }],
  [413, '/zh', { method: 'POST', headers: { 'content-length': '99999999' } }],
  [414, `/${'x'.repeat(9_000)}`, {}],
] as const)('status %i carries every security header', async (status, path, asked) => {
  const answer = await ask(path, asked);
  expect(answer.status).toBe(status);
  for (const [name, value] of securityHeaders('http://localhost')) expect(answer.headers[name]).toBe(value);
  expect(
    answer.headers['x-powered-by'] ?? answer.headers['server'] ?? answer.headers['x-yuanlian-shows'],
  ).toBeUndefined();
});

test('a page the reader has already is answered with 304, in whatever encoding it was read', async () => {
  const first = await ask('/zh/news', { headers: { 'accept-encoding': 'br' } });
  expect(first.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  const again = await ask('/zh/news', { headers: { 'if-none-match': String(first.headers.etag) } });
  expect(again).toMatchObject({ status: 304, body: '' });
  expect(again.headers['content-security-policy']).toBeDefined();
});

test('HEAD says what GET would send, and sends nothing', async () => {
  const [head, get] = [await ask('/zh/contact', { method: 'HEAD' }), await ask('/zh/contact')];
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers.etag).toBe(get.headers.etag);
});

test('two visitors with different cookies, languages and hosts get the same page', async () => {
  const plain = await ask('/zh/news');
  const headers = { cookie: 'a=1', 'accept-language': 'en', host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  const other = await ask('/zh/news', { headers });
  expect(other.body).toBe(plain.body);
  expect(other.body).not.toContain('evil');
});

test('a kept page leaves as soon as something it shows has changed', async () => {
  const before = await ask('/zh');
  await query(
    "update article set state = 'withdrawn' where id = (select id from article where state = 'published' order by published_at desc limit 1)",
  );
  expect((await ask('/zh')).headers.etag).toBe(before.headers.etag);
  await query('select pg_notify($1, $2)', [changedChannel, JSON.stringify(['news-list'])]);
  await until(async () => (await ask('/zh')).headers.etag !== before.headers.etag);
});

test('an address with a parameter no page reads is rendered each time and never kept', async () => {
  await ask('/zh/news?utm_source=a%22%3E%3Cscript%3E');
  const kept = await ask('/zh/news');
  expect(kept.body).not.toContain('utm_source');
});

test('the log tells the route and the status, and neither address, query nor secret', async () => {
  const secret = 'a-secret-that-must-not-be-logged';
  await ask(`/zh/setup/${secret}`);
  await ask(`/zh/search?q=${secret}`, { headers: { 'x-forwarded-for': '203.0.113.77' } });
  await until(() => program.said().includes('setup/[token]'));
  expect(program.said()).not.toContain(secret);
  expect(program.said()).not.toMatch(/203\.0\.113\.77|127\.0\.0\.1/);
});

test('the first operator: link, account, session, desk, and out again', async () => {
  expect((await ask('/zh/desk')).headers.location).toBe('/zh/sign-in?next=%2Fzh%2Fdesk');
  const path = /\/(?:zh|en)\/setup\/\S+/.exec(program.said())?.[0] ?? '';
  const account = { name: '张三', email: 'zhang@zone.example', password: 'correct horse battery' };
  const foreign = form(account);
  expect((await ask(path, { ...foreign, headers: { ...foreign.headers, origin: 'http://evil.example' } })).status).toBe(
    403,
  );
  expect((await ask(path, form({ ...account, password: 'short' }))).status).toBe(400);
  const made = await ask(path, form(account));
  expect(made).toMatchObject({ status: 303, headers: { location: expect.stringMatching(/desk$/) } });
  const [set = ''] = made.headers['set-cookie'] ?? [];
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Lax/i);
  const cookie = set.split(';')[0] ?? '';
  const desk = await ask('/zh/desk', { headers: { cookie } });
  expect(desk).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  expect((await ask(path)).body).toContain('This link has been used');
  const out = await ask('/zh/sign-out', { ...form({}), headers: { ...form({}).headers, cookie } });
  expect(out.status).toBe(303);
  expect((await ask('/zh/desk', { headers: { cookie } })).headers.location).toBe('/zh/sign-in?next=%2Fzh%2Fdesk');
  expect((await ask('/zh/sign-in', form({ ...account, password: 'wrong wrong wrong' }))).status).toBe(400);
  const again = (await ask('/zh/sign-in', form(account))).headers['set-cookie'];
  expect(again).toContainEqual(expect.stringMatching(new RegExp(`^${cookie.split('=')[0]}=[^;]`)));
});

test('someone signed in never fills the page cache, nor reads from it', async () => {
  const cookie = 'yuanlian-session=made-up';
  const answer = await ask('/zh/news', { headers: { cookie } });
  expect(answer.headers['cache-control']).toBe('no-store');
});
