import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, theSystem, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { importWords } from '#language/words/importers.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { closeServers, serve } from '../../tests/support/servers.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { keepReady } from './keep-ready.server.ts';
import { runFor, runsFor, waitingOf } from './read-desk.server.ts';
import { readImport } from './read-upload.server.ts';
import { itemsOf } from './read.server.ts';
import { itemResults } from './report.ts';
import { storedZip } from './recognise/stored-zip.server.ts';
import { keepWaiting, leaveOut, startUpload } from './write-upload.server.ts';

const words = importWords.desk;
const here = '32101026';
const there = '34101001';
const who = (role: Role, zone: string): Actor => ({
  ...{ id: 'account:1', accountId: 1, name: role },
  memberships: [{ role, zone }],
});
const editor = who('editor', here);
const strangers: Actor[] = [
  visitor,
  who('editor', there),
  who('publisher', there),
  ...(['broker', 'officer', 'leader', 'member'] as const).map((role) => who(role, here)),
];
const body = '2月1日上午，园区举行项目集中开工仪式，十个项目同时开工，总投资一百亿元，涵盖智能制造、生物医药等领域。';
const page = (title: string, site = '') =>
  Buffer.from(
    `<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2024-02-01 09:30"><meta name="ContentSource" content="园区报"><meta name="ColumnName" content="招商动态">${site && `<meta name="SiteName" content="${site}">`}</head><body><div class="TRS_Editor"><p>${title}。${body}</p></div></body></html>`,
  );

let database: Database;
const rows = async (query: string) =>
  (await database.inTransaction(theSystem, (tx) => tx.execute(sql.raw(query)))).rows;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(theSystem, twoZones);
});
beforeEach(async () => {
  for (const table of ['article', 'import_run']) await rows(`delete from ${table}`);
});
afterEach(closeServers);
afterAll(() => database.close());

function settings(allow = '') {
  const config = readConfig({ YUANLIAN_FETCH_ALLOW: allow });
  if (!config.ok) throw new Error('the settings are wrong');
  return { config: config.value, database };
}
async function uploaded(files: { name: string; bytes: Buffer }[], { address = '', allow = '' } = {}) {
  const outcome = await database.allOrNothing(editor, (tx) => startUpload(tx, editor, { zone: here, files, address }));
  if (!outcome.ok) throw new Error(outcome.problems[0]?.says.en);
  await readImport(settings(allow), { run: outcome.value.id });
  return outcome.value.id;
}
const seen = (actor: Actor, id: number) =>
  database.inTransaction(actor, async (tx) => {
    const run = await runFor(tx, actor, id);
    return run && { run, waiting: await waitingOf(tx, run) };
  });
const report = (id: number) =>
  database.inTransaction(theSystem, (tx) => itemsOf(tx, id, { results: itemResults, limit: 100 }));
const keep = (actor: Actor, run: number, said: unknown = {}) =>
  database.allOrNothing(actor, (tx) => keepWaiting(tx, actor, { run, position: 0, said }));

test('what was uploaded waits to be seen, and is kept as a draft of the zone when a person says so', async () => {
  const id = await uploaded([{ name: '开工.html', bytes: page('园区开工十个项目') }]);
  const found = await seen(editor, id);
  expect(found?.run).toMatchObject({ waiting: 1, isReading: false, finishedAt: undefined });
  expect(found?.waiting[0]).toMatchObject({ path: '开工.html', columnSlug: 'investment', questions: [] });
  expect(await rows('select 1 from article')).toEqual([]);
  expect(await keep(editor, id)).toMatchObject({ ok: true, value: { result: 'draft' } });
  expect(await rows('select state, zone_code as zone from article')).toEqual([{ state: 'draft', zone: here }]);
  expect((await seen(editor, id))?.run).toMatchObject({
    waiting: 0,
    counts: { draft: 1 },
    finishedAt: expect.any(Date),
  });
  expect(await rows('select 1 from import_upload')).toEqual([]);
  expect(await keep(editor, id)).toEqual({ ok: false, problems: [{ says: words.notFound }] });
});

test('a publisher’s import is a draft too: nothing goes live unseen', async () => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目') }]);
  await keep(who('publisher', here), id);
  expect(await rows('select state from article')).toEqual([{ state: 'draft' }]);
});

test('answers win over the page, and what they settle is not asked again', async () => {
  const text = Buffer.from(`园区开工十个项目\n\n${body}\n${body}`);
  const id = await uploaded([{ name: 'a.txt', bytes: text }]);
  const [waiting] = (await seen(editor, id))?.waiting ?? [];
  expect(waiting?.questions.map(({ field }) => field).sort()).toEqual(['column', 'published_at', 'source']);
  const said = {
    title: '新的标题',
    source: '园区报',
    column: 'notices',
    publishedAt: new Date('2024-02-01T01:30:00Z'),
  };
  expect((await keep(editor, id, said)).ok).toBe(true);
  expect(
    await rows('select title, source, column_slug as column from article join edition on article_id = id'),
  ).toEqual([{ title: '新的标题', source: '园区报', column: 'notices' }]);
  expect(await rows('select 1 from article_question')).toEqual([]);
});

test('a page of another zone is kept only when a person says that it is ours', async () => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目', '合肥经济技术开发区') }]);
  expect((await seen(editor, id))?.waiting[0]?.otherZone?.code).toBe(there);
  expect(await keep(editor, id)).toMatchObject({ ok: false, problems: [{ says: words.mustDecide }] });
  expect((await keep(editor, id, { inOwnZone: true })).ok).toBe(true);
  expect(await rows('select zone_code as zone from article')).toEqual([{ zone: here }]);
});

test('a ZIP is taken apart, and each file that is none says why', async () => {
  const zip = storedZip([
    { name: 'one.html', bytes: page('园区开工一个项目') },
    { name: '../two.html', bytes: page('园区开工两个项目') },
    { name: 'list.html', bytes: Buffer.from('<ul><li>1</li></ul>') },
  ]);
  const id = await uploaded([
    { name: '新闻.zip', bytes: zip },
    { name: '../../etc/passwd', bytes: Buffer.from([0, 1, 2, 3]) },
    { name: 'old.doc', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
  ]);
  expect((await seen(editor, id))?.waiting.map(({ path }) => path)).toEqual(['新闻.zip!one.html']);
  const refused = await report(id);
  expect(refused.map(({ path, result }) => [path, result])).toEqual([
    ['新闻.zip!../two.html', 'refused'],
    ['新闻.zip!list.html', 'refused'],
    ['../../etc/passwd', 'refused'],
    ['old.doc', 'refused'],
  ]);
  expect(refused.every(({ reason }) => reason !== undefined)).toBe(true);
});

test('an address is read through the guarded fetch, and one inside the network is not', async () => {
  const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page('开工')));
  const address = `http://127.0.0.1:${port}/news/1.html`;
  const id = await uploaded([], { address, allow: `127.0.0.1:${port}` });
  expect((await seen(editor, id))?.waiting[0]?.page.sourceAddress).toBe(address);
  const refused = await uploaded([], { address: 'http://169.254.169.254/latest/meta-data/' });
  expect((await report(refused))[0]).toMatchObject({
    result: 'refused',
    reason: { en: expect.stringContaining('No public') },
  });
});

test('a reader that was killed midway and begins again leaves one of each', async () => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目') }]);
  await readImport(settings(), { run: id });
  await rows('update import_run set read_at = null');
  await rows(`insert into import_upload values (${id}, 0, 'a.html', '\\x3c703e')`);
  await readImport(settings(), { run: id });
  expect((await seen(editor, id))?.waiting.length).toBe(0);
  expect(await report(id)).toHaveLength(1);
});

test('what is left out is in the report', async () => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目') }]);
  await database.allOrNothing(editor, (tx) => leaveOut(tx, editor, { run: id, position: 0 }));
  expect(await report(id)).toMatchObject([{ result: 'refused', reason: words.leftOut }]);
});

test.each(strangers)('$name of elsewhere is refused everything, and nothing changes', async (stranger) => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目') }]);
  const upload = { zone: here, files: [{ name: 'a.html', bytes: page('x') }], address: '' };
  const refusals = [
    await database.allOrNothing(stranger, (tx) => startUpload(tx, stranger, upload)),
    await keep(stranger, id, { inOwnZone: true }),
    await database.allOrNothing(stranger, (tx) => leaveOut(tx, stranger, { run: id, position: 0 })),
  ];
  expect(refusals.map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(refusals[1]).toEqual({ ok: false, problems: [{ says: words.notFound }] });
  expect(await seen(stranger, id)).toBeUndefined();
  expect(await database.inTransaction(stranger, (tx) => runsFor(tx, stranger))).toEqual([]);
  expect([await rows('select 1 from article'), (await rows('select 1 from import_run')).length]).toEqual([[], 1]);
});

test.each([
  ['nothing', { files: [], address: '' }],
  [
    'too many files',
    { files: Array.from({ length: 51 }, () => ({ name: 'a', bytes: Buffer.from('x') })), address: '' },
  ],
  ['a name that is none', { files: [{ name: 'a\u0000.html', bytes: Buffer.from('x') }], address: '' }],
  ['a file of this machine', { files: [], address: 'file:///etc/passwd' }],
])('%s is refused before anything is stored', async (_, sent) => {
  const outcome = await database.allOrNothing(commandLine, (tx) =>
    startUpload(tx, commandLine, { zone: here, ...sent }),
  );
  expect(outcome.ok).toBe(false);
  expect(await rows('select 1 from import_run')).toEqual([]);
});

test.each([
  { column: 'DROP TABLE' },
  { title: '\ud800' },
  { source: 'a\u0000' },
  { zoneCode: there },
  { publish: true },
  'x',
])('answers such as %j are refused, and the page goes on waiting', async (said) => {
  const id = await uploaded([{ name: 'a.html', bytes: page('园区开工十个项目') }]);
  expect((await keep(editor, id, said)).ok).toBe(false);
  expect((await seen(editor, id))?.waiting.length).toBe(1);
});

test('of a large ZIP every page is listed: those that wait page by page, those beyond 500 with their reason', async () => {
  const entries = Array.from({ length: 503 }, (_, at) => ({
    name: `${at}.html`,
    bytes: page(`园区开工第${at}个项目`),
  }));
  const id = await uploaded([{ name: '全年.zip', bytes: storedZip(entries) }]);
  const run = (await seen(editor, id))?.run;
  expect(run).toMatchObject({ waiting: 500, counts: { refused: 3 } });
  expect(new Set((await report(id)).map(({ reason }) => reason?.zh))).toEqual(new Set([words.beyondMost.zh]));
  const positions: number[] = [];
  for (let after = -1; run && positions.length < 500; after = positions.at(-1) ?? 0) {
    const next = await database.inTransaction(editor, (tx) => waitingOf(tx, run, { after }));
    positions.push(...next.map(({ position }) => position));
  }
  expect(new Set(positions).size).toBe(500);
  await rows(`delete from import_page where run_id = ${id} and position >= 60`);
  expect(await keepReady(database, who('editor', there), id)).toBeUndefined();
  expect(await keepReady(database, editor, id)).toBe(60);
  expect((await seen(editor, id))?.run.waiting).toBe(0);
}, 60_000);
