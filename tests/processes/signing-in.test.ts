import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, visitor } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { addressOfGate } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { mayOpen } from '../../src/routes/access.ts';
import { makeAccount, password } from '../support/people.ts';
import { addressOf, allCalls, type Call } from '../support/routes.ts';
import { freePort, startProgram, type Program } from '../support/program.ts';

const origin = 'https://zone.example';
const session = '__Host-yuanlian';

let home: string;
let port: number;
let program: Program;
let database: Database;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yuanlian-signing-in-'));
  await chmod(home, 0o711);
  port = await freePort();
  program = startProgram({ data: join(home, 'data'), port, env: { ORIGIN: origin } });
  await program.ready();
  const socket = encodeURIComponent(join(home, 'data/socket'));
  database = openDatabase(addressOfGate(`postgresql://yuanlian@/postgres?host=${socket}`), 2);
});
afterAll(async () => {
  await database.close();
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
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the path as it is, with nothing but the headers that are named. */
function ask(path: string, { method = 'GET', fields, headers = {} }: Asked = {}): Promise<Answer> {
  const sends = method !== 'GET';
  const all = {
    ...{ host: 'zone.example', accept: 'text/html' },
    ...(sends && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject);
    sent.end(sends ? new URLSearchParams(fields ?? { id: '1' }).toString() : undefined);
  });
}

const signIn = (email: string, typed = password) =>
  ask('/zh/sign-in', { method: 'POST', fields: { email, password: typed } });

function cookieOf({ headers }: Answer, name: string): string {
  const line = headers['set-cookie']?.find((text) => text.startsWith(`${name}=`));
  return line?.slice(name.length + 1).split(';')[0] ?? '';
}

async function inside(email: string): Promise<string> {
  const token = cookieOf(await signIn(email), session);
  if (token === '') throw new Error('not signed in');
  return `${session}=${token}`;
}

const desk = (cookie: string) => ask('/zh/desk', { headers: { cookie } });

test('the session cookie is for this host alone, for https alone, and out of reach of scripts', async () => {
  await makeAccount(database, 'cookie@zone.example');
  const { status, headers } = await signIn('cookie@zone.example');
  expect(status).toBe(303);
  const lines = headers['set-cookie'] ?? [];
  const line = lines.find((text) => text.startsWith(`${session}=`)) ?? '';
  expect(line.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  for (const other of lines)
    expect(other).toMatch(/^__Host-yuanlian[\w-]*=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
});

test.each([
  ['signing out', async (cookie: string) => void (await ask('/zh/sign-out', { method: 'POST', headers: { cookie } }))],
  ['half an hour of silence', () => age('last_seen_at', 31)],
  ['twelve hours', () => age('created_at', 12 * 60 + 1)],
])('after %s the old cookie opens nothing', async (what, end) => {
  const email = `ended-${what.replaceAll(' ', '-')}@zone.example`;
  await makeAccount(database, email);
  const cookie = await inside(email);
  expect((await desk(cookie)).status).toBe(200);
  await end(cookie);
  expect(await desk(cookie)).toMatchObject({ status: 303, headers: { location: '/zh/sign-in?next=%2Fzh%2Fdesk' } });
});

async function age(column: 'last_seen_at' | 'created_at', minutes: number): Promise<void> {
  await database.pool.query(`update session set ${column} = now() - make_interval(mins => $1)`, [minutes]);
}

const values = {
  ...{
    lang: 'zh',
    id: '1',
    code: '32101026',
    token: 'x',
    '...rest': 'v1/x',
    '...page': 'zh',
    page: '1',
    version: '1',
    unit: '1',
  },
  ...{
    file: '1',
    variant: 'original',
    run: '1',
    revision: '1',
    name: 'x',
    list: 'articles',
    slug: 'text',
    part: 'units',
    record: 'honours',
    side: 'needs',
  },
};
const due = '/[lang=lang]/desk/account/second-factor';
const guarded = allCalls().filter(
  ({ route, method }) => route !== due && mayOpen(visitor, route, method) !== 'come in',
);
const pathOf = ({ route, action }: Call) =>
  addressOf(route, values) + (action === undefined || action === 'default' ? '' : `?/${action}`);

/** Everything behind the first wall, asked for with that cookie: what did not lead back to `place`. */
async function opened(cookie: string, place: RegExp): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const call of guarded) {
    const { status, headers } = await ask(pathOf(call), { method: call.method, headers: { cookie } });
    if (status !== 303 || !place.test(headers.location ?? '')) wrong.push({ ...call, status, to: headers.location });
  }
  for (const { route } of guarded.filter(isDeskPage)) {
    const { status, body } = await ask(`${addressOf(route, values)}/__data.json`, { headers: { cookie } });
    if (!isClosed(status, body)) wrong.push({ route, status, body: body.slice(0, 200) });
  }
  return wrong;
}

const isDeskPage = ({ route, method }: Call) => method === 'GET' && route.startsWith('/[lang=lang]/desk');

/** As data a redirect is an answer like any other; what has no data of its own is not found. */
function isClosed(status: number, body: string): boolean {
  return status === 200 ? body.startsWith('{"type":"redirect"') : status >= 300 && status < 500;
}

test('whose second factor is due can do nothing but set it up', async () => {
  expect(guarded.length).toBeGreaterThan(30);
  const id = await makeAccount(database, 'due@zone.example');
  await database.pool.query(`update account set created_at = now() - interval '8 days' where id = $1`, [id]);
  const cookie = await inside('due@zone.example');
  expect(await opened(cookie, /^\/zh\/(desk\/account\/second-factor$|sign-in)/)).toEqual([]);
  expect((await ask('/zh/desk/account/second-factor', { headers: { cookie } })).status).toBe(200);
});

test('whoever has given the password and not yet the code can do nothing', async () => {
  const id = await makeAccount(database, 'half@zone.example');
  await database.pool.query('update account set two_factor_enabled = true where id = $1', [id]);
  const answer = await signIn('half@zone.example');
  expect(answer).toMatchObject({ status: 303, headers: { location: '/zh/sign-in/code' } });
  expect(cookieOf(answer, session)).toBe('');
  const half = cookieOf(answer, `${session}-code`);
  expect(half).not.toBe('');
  expect(await opened(`${session}-code=${half}; ${session}=${half}`, /^\/zh\/sign-in/)).toEqual([]);
});

test.each<[string, string, Record<string, string>]>([
  ['another host', '/zh/forgotten', { host: 'evil.example' }],
  ['a forwarded host', '/zh/forgotten', { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }],
  ['an address in full', 'https://evil.example/zh/forgotten', {}],
])('a reset asked for with %s leads to this site', async (what, path, headers) => {
  const email = `${what.replaceAll(' ', '-')}@zone.example`;
  await makeAccount(database, email);
  const { status } = await ask(path, { method: 'POST', fields: { email }, headers });
  expect(status).toBeLessThan(500);
  const { rows } = await database.db.execute<{ body: string }>(sql`select body from mail where to_address = ${email}`);
  for (const { body } of rows) {
    expect(body).toContain(`${origin}/zh/reset/`);
    expect(body).not.toContain('evil');
  }
  expect(status === 200 ? rows.length : 1).toBe(1);
});

test('an unknown address takes as long as a wrong password', async () => {
  const email = 'timed@zone.example';
  // Hashed at the full cost, as an account of a site is.
  await database.inTransaction(commandLine, (tx) =>
    addAccount(tx, commandLine, { account: { name: 'x', email, password }, membership: { role: 'operator' } }),
  );
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 7; round++) {
    times.known.push(await timed(email));
    times.unknown.push(await timed('nobody@zone.example'));
  }
  const [known = 0, unknown = 0] = [times.known, times.unknown].map((list) => list.sort((a, b) => a - b)[3]);
  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});

async function timed(email: string): Promise<number> {
  const began = performance.now();
  expect((await signIn(email, 'not the password')).status).toBe(400);
  return performance.now() - began;
}
