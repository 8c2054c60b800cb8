import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor, type Actor, type Membership } from '#accounts/actor.ts';
import { mayOpen } from '../../src/routes/access.ts';
import { answerOf, type Answer, type Asked } from '../support/ask.ts';
import { addressOf, allCalls, type Call } from '../support/routes.ts';
import { addRecords } from '../support/records.ts';
import { enter } from '../support/enter.ts';
import { freePort, startProgram, type Program } from '../support/program.ts';

const [here, there] = ['32101026', '34101001'];
const everyone: Readonly<Record<string, readonly Membership[] | undefined>> = {
  visitor: undefined,
  member: [{ role: 'member', organisation: 1 }],
  broker: [{ role: 'broker', zone: here }],
  officer: [{ role: 'officer', zone: here }],
  leader: [{ role: 'leader', zone: here }],
  editor: [{ role: 'editor', zone: here }],
  publisher: [{ role: 'publisher', zone: here }],
  'other editor': [{ role: 'editor', zone: there }],
  'other publisher': [{ role: 'publisher', zone: there }],
  operator: [{ role: 'operator' }],
  disabled: [{ role: 'operator' }],
  'operator who looks as the publisher': [{ role: 'operator' }],
};
const looking = 'operator who looks as the publisher';

let home: string;
let port: number;
let program: Program;
let database: pg.Client;
const tokens = new Map<string, string | undefined>();
let values: Record<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yuanlian-access-'));
  await chmod(home, 0o711);
  port = await freePort();
  program = startProgram({ data: join(home, 'data'), port });
  await program.ready();
  const socket = encodeURIComponent(join(home, 'data/socket'));
  database = new pg.Client({ connectionString: `postgresql://yuanlian@/postgres?host=${socket}` });
  await database.connect();
  await database.query(
    `insert into organisation (kind, name_zh, zone_code, is_public) values ('enterprise', 'kept here', $1, true)`,
    [here],
  );
  for (const [name, memberships] of Object.entries(everyone))
    tokens.set(name, await enter(database, name, memberships));
  await database.query(
    `update session set viewing_account_id = (select id from account where name = 'publisher'),
      viewing_until = now() + interval '15 minutes'
      from account where account.id = account_id and account.name = $1`,
    [looking],
  );
  values = await fixtures();
});
afterAll(async () => {
  await database.end();
  program.child.kill('SIGTERM');
  await program.ended;
  await rm(home, { recursive: true, force: true });
});

/** A value for each parameter there is: records of the one zone. A new parameter fails the test until it has one. */
async function fixtures(): Promise<Record<string, string>> {
  const { rows } = await database.query<{ id: string }>(
    `insert into article (state, zone_code, column_slug) values ('draft', $1, 'text') returning id`,
    [here],
  );
  await database.query(
    `insert into edition (article_id, lang, title, body, body_text, original)
      values ($1, 'zh', 'canary of the zone', '{"type":"doc","content":[]}', 'canary of the zone', true)`,
    [rows[0]?.id],
  );
  await database.query(
    `insert into organisation (id, kind, name_zh, zone_code) overriding system value
      values ($1, 'enterprise', 'canary of the zone', $2)
      on conflict (id) do update set name_zh = excluded.name_zh, zone_code = excluded.zone_code, is_public = false`,
    [rows[0]?.id, here],
  );
  await addRecords(database, { id: rows[0]?.id ?? '', zone: here });
  return {
    ...{
      lang: 'zh',
      id: rows[0]?.id ?? '',
      code: here,
      token: 'x'.repeat(43),
      part: 'units',
      record: 'honours',
      side: 'needs',
    },
    ...{ '...rest': 'v1/nothing', '...page': 'zh', page: '1', version: '1', unit: '1' },
    ...{ file: '1', variant: 'original', run: '1', revision: '1', name: 'x', list: 'articles', slug: 'text' },
  };
}

const ask = (name: string, asked: Asked) => answerOf(port, { ...asked, token: tokens.get(name) });

const calls = allCalls();
const guarded = calls.filter(({ route, method }) => mayOpen(visitor, route, method) !== 'come in');
const pathOf = ({ route, action }: Call) =>
  addressOf(route, values) + (action === undefined || action === 'default' ? '' : `?/${action}`);
function actorOf(name: string): Actor {
  if (name === 'visitor' || name === 'disabled') return visitor;
  if (name === looking) return { ...actorOf('publisher'), viewedBy: { accountId: 1, name } };
  return { id: `account:${name}`, name, memberships: everyone[name] ?? [] };
}

/** What no request may change that was refused. Times of the last request and attempts are the gate's own. */
async function checksum(): Promise<unknown[]> {
  const { rows } = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('session', 'sign_in_attempt') order by 1`,
  );
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from "${name}" t`,
  );
  const sums = await database.query(`${parts.join(' union all ')} order by name`);
  return sums.rows;
}

test('actions and methods are found: none of the pages that can be sent is left out', () => {
  expect(calls.filter(({ action }) => action !== undefined).length).toBeGreaterThan(10);
  expect(guarded.length).toBeGreaterThan(20);
});

test.each(Object.keys(everyone))(
  'whatever the table refuses to the %s is refused, and nothing has changed',
  async (name) => {
    const refused = calls.filter(({ route, method }) => mayOpen(actorOf(name), route, method) !== 'come in');
    const before = await checksum();
    const wrong: unknown[] = [];
    for (const call of refused) {
      const answer = mayOpen(actorOf(name), call.route, call.method);
      const { status, place, body } = await ask(name, { path: pathOf(call), method: call.method });
      const isRight = answer === 'sign in' ? status === 303 && place.includes('/sign-in') : status === 403;
      if (!isRight || body.includes('canary')) wrong.push({ ...call, status, place });
    }
    expect(wrong).toEqual([]);
    expect(await checksum()).toEqual(before);
  },
);

/** A page, or the way from a list of one to the one: their own zone. */
const isTheirs = (status: number, place: string) => status === 200 || (status === 303 && place.includes(there));

test.each(['other editor', 'other publisher'])(
  'the %s finds nothing of the zone and changes nothing in it',
  async (name) => {
    const open = guarded.filter(({ route, method }) => mayOpen(actorOf(name), route, method) === 'come in');
    const ofTheZone = open.filter(({ route }) => /\[(id|run|page|code)/.test(route));
    const before = await checksum();
    const wrong: unknown[] = [];
    for (const call of open) {
      const isRecord = ofTheZone.includes(call);
      if (call.method !== 'GET' && !isRecord) continue;
      const { status, place, body } = await ask(name, { path: pathOf(call), method: call.method });
      const isRight = isRecord ? status >= 400 && status < 500 : isTheirs(status, place);
      if (!isRight || body.includes('canary')) wrong.push({ ...call, status });
    }
    expect(wrong).toEqual([]);
    expect(await checksum()).toEqual(before);
  },
);

test('through the publisher’s eyes an operator opens what the publisher opens, and each page says so', async () => {
  const open = calls.filter(
    ({ route, method }) => method === 'GET' && mayOpen(actorOf(looking), route, method) === 'come in',
  );
  const before = await checksum();
  const wrong: unknown[] = [];
  for (const call of open) {
    const path = pathOf(call);
    const [asOther, asSelf] = [
      await ask(looking, { path, method: 'GET' }),
      await ask('publisher', { path, method: 'GET' }),
    ];
    const isPage = asOther.body.includes('</html>') && call.route.startsWith('/[lang');
    if (asOther.status !== asSelf.status || (isPage && !asOther.body.includes('/zh/end-view'))) {
      wrong.push({ ...call, status: [asOther.status, asSelf.status] });
    }
  }
  expect(wrong).toEqual([]);
  expect(open.length).toBeGreaterThan(40);
  expect(await checksum()).toEqual(before);
});

test('the end of the look is remembered, and the operator is an operator again', async () => {
  const ended = await ask(looking, { path: '/zh/end-view', method: 'POST' });
  expect(ended).toMatchObject({ status: 303, place: expect.stringContaining('/zh/desk/platform/accounts/') });
  expect((await ask(looking, { path: '/zh/desk/platform/jobs', method: 'GET' })).status).toBe(200);
  const { rows } = await database.query(
    `select a.name from history join account a on actor = 'account:' || a.id where action = 'view ended'`,
  );
  expect(rows).toEqual([{ name: looking }]);
});

const disguises: readonly [string, (path: string) => string, string, Record<string, string>?][] = [
  ['HEAD', (path) => path, 'HEAD'],
  ['OPTIONS', (path) => path, 'OPTIONS'],
  ['a method in a header', (path) => path, 'POST', { 'x-http-method-override': 'GET' }],
  ['a slash behind', (path) => `${path}/`, 'GET'],
  ['two slashes', (path) => path.replace('/desk', '//desk'), 'GET'],
  ['a parameter of the path', (path) => path.replace('/desk', '/desk;x'), 'GET'],
  ['a dot escaped', (path) => path.replace('/desk', '/%2e/desk'), 'GET'],
  ['a way up', (path) => path.replace('/zh/desk', '/zh/news/%2e%2e/desk'), 'GET'],
  ['a letter escaped', (path) => path.replace('desk', '%64esk'), 'GET'],
  ['capitals', (path) => path.replace('/zh/desk', '/ZH/DESK'), 'GET'],
  ['.json behind', (path) => `${path}.json`, 'GET'],
  ['the data of the page', (path) => `${path}/__data.json`, 'GET'],
  ['the data of the page in parts', (path) => `${path}/__data.json?x-sveltekit-invalidated=001`, 'GET'],
];

const pages = guarded.filter(({ route, method }) => method === 'GET' && route.includes('/desk'));

const closings: readonly ((answer: Answer, asked: Asked) => boolean)[] = [
  ({ status, body }, { path }) => path.includes('__data.json') && status === 200 && /"type":"redirect"/.test(body),
  ({ status, place }) => status >= 300 && status < 400 && !/^(https?:)?\/\//.test(place),
  ({ status }, { method }) => method === 'OPTIONS' && status === 204,
  ({ status }) => status >= 400 && status < 500,
];

/** Told as data to go elsewhere, sent elsewhere on this site, told the methods and nothing else, or turned away. */
function isClosed(answer: Answer, asked: Asked): boolean {
  return closings.some((closes) => closes(answer, asked)) && !answer.body.includes('canary');
}

test.each(disguises)('%s opens nothing of the desk to a visitor', async (...[, disguise, method, headers]) => {
  const before = await checksum();
  const wrong: unknown[] = [];
  for (const { route } of pages) {
    const asked = { path: disguise(addressOf(route, values)), method, headers };
    const answer = await ask('visitor', asked);
    if (!isClosed(answer, asked)) wrong.push({ ...asked, ...answer });
  }
  expect(wrong).toEqual([]);
  expect(await checksum()).toEqual(before);
});

test('a role that was taken away is gone with the next request', async () => {
  const path = '/zh/desk/platform/audit';
  expect((await ask('publisher', { path, method: 'GET' })).status).toBe(200);
  await database.query(`delete from membership where role = 'publisher' and zone_code = $1`, [here]);
  expect((await ask('publisher', { path, method: 'GET' })).status).toBe(403);
});
