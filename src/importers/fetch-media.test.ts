import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { inFolder, photograph } from '../../tests/support/files.ts';
import { closeServers, serve } from '../../tests/support/servers.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { fetchMedia } from './fetch-media.server.ts';
import { keepPage } from './keep.server.ts';
import type { ImportedPage } from './page.ts';
import { itemsOf } from './read.server.ts';
import { itemResults } from './report.ts';
import { Resolver } from './resolve.server.ts';

const here = '32101026';
const editor: Actor = { id: 'account:1', accountId: 1, name: '张', memberships: [{ role: 'editor', zone: here }] };

let database: Database;
let port: number;
let asked: string[];
let answers: Record<string, { type: string; body: Buffer | string }>;
const rows = async (query: string) =>
  (await database.inTransaction(theSystem, (tx) => tx.execute(sql.raw(query)))).rows;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(theSystem, twoZones);
});
beforeEach(async () => {
  for (const table of ['file_use', 'attachment', 'article', 'file', 'import_run', 'pgboss.job'])
    await rows(`delete from ${table}`);
  asked = [];
  answers = {};
  port = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path];
    if (answer) response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
    else response.writeHead(404).end();
  });
});
afterEach(closeServers);
afterAll(() => database.close());

const address = (path: string) => `http://127.0.0.1:${port}${path}`;

function page(pictures: readonly string[], attachments: readonly string[] = [], name = '1'): ImportedPage {
  const figures = pictures.map((path) => ({
    type: 'figure' as const,
    attrs: { file: null, source: address(path), alt: '会场', caption: '' },
  }));
  return {
    ...{ lang: 'zh', title: `开工${name}`, publishedAt: null, possibleDays: [], source: '园区报', siteName: '' },
    ...{ author: '', summary: '', keywords: [], zoneText: '', breadcrumb: [], columnText: '', encoding: 'utf-8' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文。' }] }, ...figures] },
    ...{ pictures: [], picturesLeft: 0, previous: '', next: '', dropped: [], found: {} },
    attachments: attachments.map((path) => ({ name: '议程表', address: address(path) })),
    sourceAddress: address(`/${name}.html`),
  };
}
async function kept(imported: ImportedPage) {
  const keeping = { actor: editor, defaults: { onlyZone: here, draft: true }, resolver: new Resolver() };
  const read = { path: imported.sourceAddress, page: imported };
  return database.inTransaction(editor, (tx) => keepPage(tx, keeping, read));
}
async function bring(folder: string, allow = `127.0.0.1:${port}`) {
  const config = readConfig({ YUANLIAN_FETCH_ALLOW: allow });
  if (!config.ok) throw new Error('the settings are wrong');
  const services = {
    ...{ config: config.value, database, files: diskStorage(join(folder, 'files')), now: () => new Date() },
    site: {} as never,
  };
  const jobs = await rows(`select data from pgboss.job where name = 'fetch-media'`);
  await rows('delete from pgboss.job');
  const run = { id: '1', attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  for (const { data } of jobs) await fetchMedia(services, data as { article: number }, run);
  return jobs.length;
}
const figures = () =>
  rows(`select block->'attrs'->>'file' as file, block->'attrs'->>'source' as source
    from edition, jsonb_array_elements(body->'content') block where block->>'type' = 'figure' order by article_id`);

test('pictures and attachments of a draft become files of its zone, and where they came from is kept', () =>
  inFolder(async (_, folder) => {
    answers = {
      '/a.jpg': { type: 'image/jpeg', body: await photograph() },
      '/%E8%AE%AE%E7%A8%8B.pdf': { type: 'application/octet-stream', body: '%PDF-1.7\n1 0 obj\n%%EOF' },
    };
    await kept(page(['/a.jpg'], ['/%E8%AE%AE%E7%A8%8B.pdf']));
    expect(await bring(folder)).toBe(1);
    const files = await rows('select id, name, zone_code as zone, state from file order by media_type');
    expect(files).toMatchObject([
      { name: '议程.pdf', zone: here, state: 'kept' },
      { name: 'a.jpg', zone: here, state: 'kept' },
    ]);
    expect(await figures()).toEqual([{ file: files[1]?.['id'], source: address('/a.jpg') }]);
    expect(await rows('select name, address, file_id as file from attachment')).toEqual([
      { name: '议程表', address: '', file: files[0]?.['id'] },
    ]);
    expect(await rows('select kind, is_public from file_use')).toEqual([
      { kind: 'article', is_public: false },
      { kind: 'article', is_public: false },
    ]);
    expect(await rows('select kept, left_out from fetched_media')).toEqual([{ kept: 2, left_out: 0 }]);
  }));

test('the same picture in two articles is kept once, and a page read again asks for nothing again', () =>
  inFolder(async (_, folder) => {
    const body = await photograph();
    answers = { '/a.jpg': { type: 'image/jpeg', body }, '/b.jpg': { type: 'image/jpeg', body } };
    await kept(page(['/a.jpg']));
    await kept(page(['/b.jpg'], [], '2'));
    await bring(folder);
    expect(await rows('select 1 from file')).toHaveLength(1);
    expect(new Set((await figures()).map(({ file }) => file)).size).toBe(1);
    asked = [];
    expect((await kept(page(['/a.jpg']))).result).toBe('unchanged');
    expect(await bring(folder)).toBe(0);
    expect(asked).toEqual([]);
  }));

test('what cannot be fetched, is no picture, or lies inside the network stays a link, and the report says so', () =>
  inFolder(async (_, folder) => {
    answers = { '/page.jpg': { type: 'text/html', body: '<p>' }, '/false.jpg': { type: 'image/jpeg', body: 'no' } };
    const { articleId } = await kept(page(['/gone.jpg', '/page.jpg', '/false.jpg']));
    await rows(`insert into import_run (actor) values ('account:1')`);
    await rows(`insert into import_item (run_id, position, path, result, article_id)
      select max(id), 0, 'a', 'draft', ${articleId ?? 0} from import_run`);
    await bring(folder);
    expect((await figures()).map(({ file }) => file)).toEqual([null, null, null]);
    expect(await rows('select 1 from file')).toEqual([]);
    const [run] = await rows('select max(id)::int as id from import_run');
    const items = await database.inTransaction(theSystem, (tx) =>
      itemsOf(tx, Number(run?.['id']), { results: itemResults, limit: 10 }),
    );
    expect(items[0]?.media?.en).toBe('3 still link to the other site (There is no such page (404).)');
    asked = [];
    await kept(page(['/gone.jpg'], [], '3'));
    await bring(folder, '');
    expect(asked).toEqual([]);
  }));

test('no more than twenty pictures of a page are fetched', () =>
  inFolder(async (_, folder) => {
    const paths = Array.from({ length: 22 }, (__, place) => `/${place}.jpg`);
    await kept(page(paths));
    await bring(folder);
    expect(asked).toHaveLength(20);
    expect(await rows('select kept, left_out from fetched_media')).toEqual([{ kept: 0, left_out: 22 }]);
  }));

test('an article that was published or handed in meanwhile is not changed', () =>
  inFolder(async (_, folder) => {
    answers = { '/a.jpg': { type: 'image/jpeg', body: await photograph() } };
    await kept(page(['/a.jpg']));
    await rows(`update article set state = 'in_review'`);
    await bring(folder);
    expect(asked).toEqual([]);
    expect((await figures()).map(({ file }) => file)).toEqual([null]);
  }));

test('a working copy that was begun meanwhile shows the picture, and nothing of it is lost', () =>
  inFolder(async (_, folder) => {
    answers = { '/a.jpg': { type: 'image/jpeg', body: await photograph() } };
    await kept(page(['/a.jpg']));
    await rows(`insert into edition_draft (article_id, lang, title, body, updated_by)
      select article_id, lang, '改过的标题', body, 'account:1' from edition`);
    await bring(folder);
    const drafts = await rows(`select title, version, body::text as body from edition_draft`);
    expect(drafts).toMatchObject([
      { title: '改过的标题', version: 2, body: expect.not.stringContaining('"file": null') },
    ]);
    expect(await rows('select kind from file_use')).toEqual([{ kind: 'article-draft' }]);
  }));
