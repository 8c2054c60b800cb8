import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { closeServers, serve } from '../../tests/support/servers.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { checkLinks } from './check.server.ts';
import { inspect } from './health.ts';
import { deadLinks, healthFacts } from './read.server.ts';

const here = '32101026';
let database: Database;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(theSystem, twoZones);
});
afterEach(closeServers);
afterAll(() => database.close());

function article(links: readonly string[]) {
  const content = links.map((href) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: href, marks: [{ type: 'link' as const, attrs: { href } }] }],
  }));
  return {
    ...{ sourceAddress: 'file:a', contentHash: 'a', columnSlug: 'text', zoneCode: here, cityCode: null },
    publishedAt: new Date('2024-02-01T00:00:00Z'),
    edition: { lang: 'zh' as const, title: '园区开工', source: '园区报', body: { type: 'doc' as const, content } },
  };
}

test('a link is dead when two checks a day apart failed, and alive again when it works', async () => {
  let isBack = false;
  const port = await serve((request, response) => {
    if (request.url === '/head' && request.method === 'HEAD') response.writeHead(404).end();
    else if (request.url === '/large') response.end('x'.repeat(2_000_000));
    else if (request.url === '/gone' && !isBack) response.writeHead(404).end();
    else response.writeHead(request.url === '/robots.txt' ? 404 : 200).end();
  });
  const site = `http://127.0.0.1:${port}`;
  const config = readConfig({ YUANLIAN_FETCH_ALLOW: `127.0.0.1:${port}` });
  if (!config.ok) throw new Error('the settings are wrong');
  const links = ['/fine', '/head', '/large', '/gone'].map((path) => site + path);
  await database.inTransaction(commandLine, (tx) =>
    saveImportedArticle(tx, commandLine, article([...links, '/zh/about'])),
  );
  const check = () => checkLinks({ config: config.value, database, now: () => new Date(), pauseMilliseconds: 0 });
  const aDayLater = () =>
    database.inTransaction(theSystem, (tx) =>
      tx.execute(sql`update article_link set checked_at = now() - interval '31 days'`),
    );
  const dead = (zone?: string) => database.inTransaction(theSystem, (tx) => deadLinks(tx, zone));
  await check();
  expect(await dead()).toEqual([]);
  await check();
  expect(await dead()).toEqual([]);
  await aDayLater();
  await check();
  expect(await dead(here)).toMatchObject([{ address: `${site}/gone`, reason: { en: 'There is no such page (404).' } }]);
  expect(await dead('34101001')).toEqual([]);
  const asked = { zone: here, site: { government: false } as never, now: new Date() };
  const facts = await database.inTransaction(theSystem, (tx) => healthFacts(tx, asked));
  expect(inspect(facts).find(({ rule }) => rule === 'deadLinks')).toMatchObject({ level: 'warns', count: 1 });
  expect(inspect(facts).find(({ rule }) => rule === 'emptyColumns')).toMatchObject({ level: 'warns', count: 4 });
  isBack = true;
  await aDayLater();
  await check();
  expect(await dead()).toEqual([]);
});
