import { sql } from 'drizzle-orm';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { closeServers, serve } from '../../tests/support/servers.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { lookAtDueSources, lookAtSource } from './look.server.ts';
import { entriesOf, sourceFor } from './read.server.ts';
import type { Visiting } from './visit.server.ts';
import { addSource } from './write.server.ts';

const now = new Date('2024-02-02T00:00:00Z');
const articlePage = (title: string, more = '', day = '2024-02-01 09:30') =>
  `<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day}"><meta name="ContentSource" content="园区报"><meta name="ColumnName" content="招商动态"></head><body><div class="TRS_Editor"><p>2月1日上午，园区举行${title}仪式，十个项目同时开工，总投资一百亿元，涵盖智能制造、生物医药等领域。${more}</p></div></body></html>`;
const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>园区新闻</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;

type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);
let database: Database;
let pages: Record<string, Page>;
let asked: string[];
let port: number;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(theSystem, twoZones);
});
beforeEach(async () => {
  for (const table of ['source', 'article', 'visited_host', 'pgboss.job']) await rows(`delete from ${table}`);
  asked = [];
  pages = {};
  port = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(request, response);
    else response.writeHead(200, { 'content-type': path.endsWith('.xml') ? 'text/xml' : 'text/html' }).end(page);
  });
});
afterEach(closeServers);
afterAll(() => database.close());

const rows = async (query: string) =>
  (await database.inTransaction(theSystem, (tx) => tx.execute(sql.raw(query)))).rows;

function visiting(allow = [`127.0.0.1:${port}`]): Visiting {
  const config = readConfig({ YUANLIAN_FETCH_ALLOW: allow.join(',') });
  if (!config.ok) throw new Error('the settings are wrong');
  return { config: config.value, database, now: () => now, pauseMilliseconds: 0 };
}
async function source(path = '/feed.xml', more = {}) {
  const input = {
    ...{ zone: '32101026', name: '', address: `http://127.0.0.1:${port}${path}`, column: null },
    ...{ publish: false, hosts: [], everyMinutes: 360 as const, ...more },
  };
  const outcome = await database.inTransaction(commandLine, (tx) => addSource(tx, commandLine, input));
  if (!outcome.ok) throw new Error(outcome.problems[0]?.says.en);
  return outcome.value.id;
}
const look = async (id: number) => {
  await lookAtSource(visiting(), { source: id });
  return database.inTransaction(commandLine, async (tx) => ({
    source: await sourceFor(tx, commandLine, id),
    entries: (await entriesOf(tx, id)).map(({ title, result, reason }) => [title, result, reason?.en]),
  }));
};
const articles = () => rows('select state, zone_code as zone, source_address as address from article order by id');

test('new entries of a feed become drafts of the zone, once, the oldest first', async () => {
  pages = {
    '/feed.xml': feed('<title>b</title><link>/2.html</link>', '<title>a</title><link>/1.html</link>'),
    '/1.html': articlePage('开工'),
    '/2.html': articlePage('签约'),
  };
  const id = await source();
  const first = await look(id);
  expect(first.source).toMatchObject({ state: 'well', kind: 'feed', name: '园区新闻', recent: 2, error: undefined });
  expect(await articles()).toEqual([
    { state: 'draft', zone: '32101026', address: `http://127.0.0.1:${port}/1.html` },
    { state: 'draft', zone: '32101026', address: `http://127.0.0.1:${port}/2.html` },
  ]);
  asked = [];
  await look(id);
  expect(asked).toEqual(['/feed.xml']);
  expect(await articles()).toHaveLength(2);
});

test('a zone may let complete articles go live; what names another zone or a future day still asks', async () => {
  const other = articlePage('合作').replace('</head>', '<meta name="SiteName" content="合肥经济技术开发区"></head>');
  pages = {
    '/feed.xml': feed('<link>/1.html</link>', '<link>/2.html</link>', '<link>/3.html</link>'),
    '/1.html': articlePage('开工'),
    '/2.html': other,
    '/3.html': articlePage('远期', '', '2031-01-01 09:30'),
  };
  await look(await source('/feed.xml', { publish: true }));
  expect((await articles()).map(({ state, zone }) => [state, zone])).toEqual([
    ['draft', '32101026'],
    ['draft', '32101026'],
    ['published', '32101026'],
  ]);
  expect(await rows('select field from article_question order by field')).toEqual([
    { field: 'published_at' },
    { field: 'zone' },
  ]);
});

test('an article of another zone is not changed; the same page becomes an article of the own zone', async () => {
  pages = { '/feed.xml': feed('<guid>same</guid><link>/1.html</link>'), '/1.html': articlePage('开工') };
  const theirs = await source('/feed.xml', { zone: '34101001' });
  await look(theirs);
  pages['/1.html'] = articlePage('开工', '后来改过的一段文字，与原来的不同。');
  const { entries } = await look(await source());
  expect(entries).toEqual([['', 'draft', expect.any(String)]]);
  expect((await articles()).map(({ zone }) => zone)).toEqual(['34101001', '32101026']);
  expect(await rows('select revision from edition')).toEqual([{ revision: 1 }, { revision: 1 }]);
});

test('an entry whose date changed is read again and becomes a revision', async () => {
  const item = (day: string) => feed(`<link>/1.html</link><guid>x</guid><pubDate>${day}</pubDate>`);
  pages = { '/feed.xml': item('Thu, 01 Feb 2024 00:00:00 GMT'), '/1.html': articlePage('开工') };
  const id = await source();
  await look(id);
  pages = { '/feed.xml': item('Fri, 02 Feb 2024 00:00:00 GMT'), '/1.html': articlePage('开工', '另有两个项目签约。') };
  expect((await look(id)).entries).toEqual([['', 'updated', undefined]]);
});

test('robots.txt is respected, for the list and for each article', async () => {
  pages = {
    '/robots.txt': 'User-agent: *\nDisallow: /private/',
    '/feed.xml': feed('<link>/private/1.html</link>'),
    '/private/1.html': articlePage('开工'),
    '/private/feed.xml': feed(),
  };
  expect((await look(await source())).entries).toEqual([['', 'unreachable', words.robots.en]]);
  expect((await look(await source('/private/feed.xml'))).source).toMatchObject({
    state: 'failing',
    error: words.robots,
  });
  expect(asked.filter((path) => path.startsWith('/private'))).toEqual([]);
  expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
});

test('what is unchanged is not sent again, and is no failure', async () => {
  pages = {
    '/feed.xml': (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/xml', etag: '"v1"' }).end(feed('<link>/1.html</link>'));
    },
    '/1.html': articlePage('开工'),
  };
  const id = await source();
  await look(id);
  expect((await look(id)).source).toMatchObject({ state: 'well', kind: 'feed' });
});

test('links to other sites are not taken, also behind a redirect', async () => {
  pages = {
    '/feed.xml': feed('<link>http://127.0.0.2/1.html</link>', '<link>/away.html</link>'),
    '/away.html': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  };
  const { entries } = await look(await source());
  expect(entries.map(([, result]) => result).sort()).toEqual(['refused', 'unreachable']);
  expect(JSON.stringify(entries)).not.toContain('10.0.0.1');
});

test('a dead source says why, waits longer each time, and stops no other', async () => {
  const dead = await source('/gone.xml');
  const first = await look(dead);
  expect(first.source).toMatchObject({ state: 'failing', error: { en: 'There is no such page (404).' } });
  expect(first.source?.nextLookAt).toEqual(new Date(now.getTime() + 360 * 60_000));
  const second = await look(dead);
  expect(second.source?.nextLookAt).toEqual(new Date(now.getTime() + 720 * 60_000));
  pages = { '/feed.xml': feed('<link>/1.html</link>'), '/1.html': articlePage('开工') };
  const well = await source();
  await rows('delete from pgboss.job');
  await lookAtDueSources({ ...visiting(), now: () => new Date('2030-01-01T00:00:00Z') });
  const jobs = await rows('select singleton_key as key from pgboss.job');
  expect(jobs.map(({ key }) => key).sort()).toEqual([`source:${dead}`, `source:${well}`].sort());
  expect((await look(well)).source).toMatchObject({ state: 'well', recent: 1 });
});

test.each([
  {
    what: 'a feed with a DOCTYPE',
    path: '/x.xml',
    page: '<!DOCTYPE rss SYSTEM "x"><rss version="2.0"><channel/></rss>',
    says: words.unreadable.doctype,
  },
  { what: 'a page without links', path: '/x.html', page: '<p>没有任何链接</p>', says: words.unreadable.noEntries },
])('$what is refused in words', async ({ path, page, says }) => {
  pages = { [path]: page };
  expect((await look(await source(path))).source).toMatchObject({ state: 'failing', error: says });
});

test('a list page is followed like a feed, and an address inside the network is not', async () => {
  pages = {
    '/list.html':
      '<ul><li><a href="/1.html">园区集中开工十个项目</a> 2024-02-01</li><li><a href="/2.html">园区召开科创发展大会</a> 2024-02-01</li></ul>',
    '/1.html': articlePage('开工'),
    '/2.html': '<p>列表</p>',
  };
  const { source: listed, entries } = await look(await source('/list.html'));
  expect(listed).toMatchObject({ kind: 'list', state: 'well' });
  expect(entries.map(([, result]) => result).sort()).toEqual(['draft', 'refused']);
  const id = await source('/feed.xml');
  await lookAtSource(visiting([]), { source: id });
  const inside = await database.inTransaction(commandLine, (tx) => sourceFor(tx, commandLine, id));
  expect(inside?.error?.en).toMatch(/ports 80 and 443|No public site/);
});

test('a look brings at most twenty pages, and the rest soon after', async () => {
  const paths = Array.from({ length: 23 }, (_, at) => `/${at}.html`);
  pages = { '/feed.xml': feed(...paths.map((path) => `<link>${path}</link>`)) };
  for (const path of paths) pages[path] = '<p>短</p>';
  const id = await source();
  const first = await look(id);
  expect([first.entries.length, first.source?.nextLookAt]).toEqual([20, new Date(now.getTime() + 600_000)]);
  const second = await look(id);
  expect(second.source?.nextLookAt).toEqual(new Date(now.getTime() + 360 * 60_000));
  expect(second.entries).toHaveLength(23);
}, 30_000);
