import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { sharedPath } from '../../tests/support/shared.ts';
import type { Defaults } from './article.ts';
import { itemsOf } from './read.server.ts';
import { itemResults, type RunReport } from './report.ts';
import { importPaths } from './run.server.ts';

const fixtures = 'tests/fixtures/pages';

describe('an import', () => {
  let database: Database;
  let folder: string;

  beforeAll(async () => {
    database = await cloneTemplate();
    await database.db.execute(sql`insert into place (code, level, name_zh, name_en, province_code, city_code) values
      ('320000', 'province', '江苏省', 'Jiangsu', '320000', null),
      ('320500', 'city', '苏州市', 'Suzhou', '320000', '320500')`);
    await database.db.execute(sql`insert into zone (code, name_zh, name_en, level, type, province_code, city_code)
      values ('32101026', '相城经济技术开发区', 'Xiangcheng', 'national', '101', '320000', '320500')`);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuanlian-import-'));
    await seeingAll((tx) => tx.execute(sql`delete from article`));
  });
  afterAll(() => database.close());

  function seeingAll<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return database.inTransaction(commandLine, work);
  }

  async function run(paths: string[], defaults: Defaults = {}): Promise<RunReport> {
    const report = await importPaths(database, commandLine, { paths, defaults });
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    if (!report.ok) throw new Error('refused');
    return report.value;
  }
  const items = (id: number) => seeingAll((tx) => itemsOf(tx, id, { results: itemResults, limit: 100 }));
  const articles = async () => (await seeingAll((tx) => tx.execute(sql`select * from article order by id`))).rows;
  const page = (body: string, title = '园区开工十个项目') =>
    `<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2024-02-01 09:30"><meta name="ContentSource" content="相城经济技术开发区"><meta name="ColumnName" content="招商动态"></head><body><div class="TRS_Editor"><p>${body}</p></div></body></html>`;
  const body = '2月1日上午，园区举行项目集中开工仪式，十个项目同时开工，总投资一百亿元，涵盖智能制造、生物医药等领域。';

  it.skipIf(!sharedPath('sample-input/xiangcheng-2024-02-01.txt'))(
    'puts the page of Xiangcheng into its zone, city and column, published',
    async () => {
      const report = await run([sharedPath('sample-input/xiangcheng-2024-02-01.txt') ?? '']);
      expect(report.counts).toMatchObject({ imported: 1, draft: 0, refused: 0 });
      const [article] = await articles();
      expect(article).toMatchObject({
        zone_code: '32101026',
        city_code: '320500',
        column_slug: 'text',
        state: 'published',
      });
      expect(new Date(String(article?.['published_at'])).toISOString()).toBe('2024-01-31T16:00:00.000Z');
    },
  );

  it('keeps what cannot be decided as a draft with the questions, and says which', async () => {
    const report = await run([fixtures]);
    expect(report.counts).toEqual({ imported: 0, updated: 0, unchanged: 0, draft: 5, refused: 2 });
    const list = await items(report.id);
    expect(list.find(({ path }) => path.endsWith('trs-wcm-standard-meta.html'))?.reason?.zh).toBe(
      '待确认：发布开发区；1 张图片没有完整网址，未保留；1 个附件没有完整网址，未保留',
    );
    expect(
      list.filter(({ result }) => result === 'refused').map(({ path, reason }) => [path.split('/').at(-1), reason?.en]),
    ).toEqual([
      ['list-page.html', 'this is a list page, not an article'],
      ['rss-gov-nonstandard-date.xml', expect.stringContaining('this is a feed')],
    ]);
    const { rows } = await seeingAll((tx) =>
      tx.execute(sql`select field, candidates from article_question where field = 'column' limit 1`),
    );
    expect(rows[0]?.['candidates']).toContainEqual({ value: 'text', label: '文字新闻' });
  });

  it('takes the missing answers from the command line', async () => {
    const report = await run([`${fixtures}/trs-wcm-standard-meta.html`], { zoneCode: '32101026' });
    expect(report.counts).toMatchObject({ imported: 1, draft: 0 });
    expect((await articles())[0]).toMatchObject({
      zone_code: '32101026',
      column_slug: 'investment',
      state: 'published',
    });
  });

  it('gives one article for the same file twice, whatever it is called', async () => {
    await writeFile(join(folder, 'a.html'), page(body));
    await writeFile(join(folder, 'copy.html'), page(body));
    const report = await run([folder]);
    expect(report.counts).toMatchObject({ imported: 1, unchanged: 1 });
    await writeFile(join(folder, 'third.html'), page(body));
    expect((await run([folder])).counts).toMatchObject({ imported: 0, unchanged: 1 });
    expect(await articles()).toHaveLength(1);
  });

  it('knows a page again that was saved with its address and without', async () => {
    await writeFile(join(folder, 'a.html'), page(body));
    await writeFile(
      join(folder, 'b.html'),
      `<!-- saved from url=(0030)https://zone.example/news/1.html -->${page(body)}`,
    );
    expect((await run([folder])).counts).toMatchObject({ imported: 1, unchanged: 1 });
  });

  it('makes a changed page a new revision of the same article', async () => {
    await writeFile(join(folder, 'a.html'), page(body));
    await run([join(folder, 'a.html')]);
    await writeFile(join(folder, 'a.html'), page(`${body}仪式后，来宾参观了园区展厅。`));
    expect((await run([join(folder, 'a.html')])).counts).toMatchObject({ updated: 1 });
    const { rows } = await seeingAll((tx) => tx.execute(sql`select revision from edition_revision order by revision`));
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('follows a file whose title was corrected', async () => {
    await writeFile(join(folder, 'a.html'), page(body));
    await run([join(folder, 'a.html')]);
    await writeFile(join(folder, 'a.html'), page(body, '园区集中开工十个项目'));
    expect((await run([join(folder, 'a.html')])).counts).toMatchObject({ updated: 1 });
    expect(await articles()).toHaveLength(1);
  });

  it('keeps two notices of one title and day apart, and two files of one name', async () => {
    await writeFile(join(folder, 'index.html'), page(body));
    await run([join(folder, 'index.html')]);
    const other =
      '根据有关规定，现将拟任干部名单公示如下，公示期为五个工作日，如有意见请向组织部门反映，联系方式见附件所列。';
    await writeFile(join(folder, 'index.html'), page(other));
    expect((await run([join(folder, 'index.html')])).counts).toMatchObject({ imported: 1 });
    expect(await articles()).toHaveLength(2);
    await writeFile(join(folder, 'again.html'), page(other));
    expect((await run([join(folder, 'again.html')])).counts).toMatchObject({ unchanged: 1 });
  });

  it('does not stop at bad files and gives each its reason', async () => {
    await cp(fixtures, join(folder, 'pages'), { recursive: true });
    await writeFile(join(folder, 'deep.html'), '<div>'.repeat(100_000));
    await writeFile(join(folder, 'broken.docx'), Buffer.from('PK\x03\x04 not a zip', 'latin1'));
    await writeFile(join(folder, 'old.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    await writeFile(join(folder, 'zero.html'), '');
    await writeFile(join(folder, 'good.html'), page(body));
    const report = await importPaths(database, commandLine, { paths: [folder, join(folder, 'missing')], defaults: {} });
    if (!report.ok) throw new Error('refused');
    const list = await items(report.value.id);
    const reasons = new Map(list.map(({ path, result, reason }) => [path.split('/').at(-1), reason?.en ?? result]));
    expect(Object.fromEntries(reasons)).toMatchObject({
      'deep.html': expect.stringContaining('nested deeper'),
      'broken.docx': 'the Word file is damaged',
      'old.doc': expect.stringContaining('save it as .docx'),
      'zero.html': 'no article text was found',
      missing: 'there is nothing at this path',
      'good.html': 'imported',
    });
  });

  it('leaves one copy when it is killed midway and repeated', async () => {
    for (const number of [1, 2, 3])
      await writeFile(join(folder, `${number}.html`), page(`${body}第${number}批。`, `园区开工第${number}批项目`));
    // What a crash leaves: the first batch stored, the run not finished.
    await importPaths(database, commandLine, { paths: [join(folder, '1.html')], defaults: {} });
    await seeingAll((tx) =>
      tx.execute(sql`update import_run set finished_at = null where id = (select max(id) from import_run)`),
    );
    expect((await run([folder])).counts).toMatchObject({ imported: 2, unchanged: 1 });
    expect(await articles()).toHaveLength(3);
  });

  it('keeps two notices of one title and day apart that come together, and knows both again', async () => {
    const other = '根据有关规定，现将拟任干部名单公示如下，公示期为五个工作日，如有意见请向组织部门反映。';
    const put = async () => {
      await writeFile(join(folder, 'a.html'), page(body));
      await writeFile(join(folder, 'b.html'), page(other));
    };
    await put();
    expect((await run([folder])).counts).toMatchObject({ imported: 2 });
    await put();
    expect((await run([folder])).counts).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await articles()).toHaveLength(2);
  });

  it('keeps a page that another zone has as a draft as an article of its own', async () => {
    await database.db.execute(sql`insert into zone (code, name_zh, name_en, level, type, province_code, city_code)
      values ('32101099', '吴江经济技术开发区', 'Wujiang', 'national', '101', '320000', '320500') on conflict do nothing`);
    const at = (address: string) => `<!-- saved from url=(0030)${address} -->`;
    await seeingAll((tx) =>
      tx.execute(
        sql`insert into article (zone_code, source_address) values ('32101099', 'https://zone.example/2.html')`,
      ),
    );
    for (const number of [1, 2, 3])
      await writeFile(
        join(folder, `${number}.html`),
        at(`https://zone.example/${number}.html`) + page(`${body}第${number}批。`, `园区开工第${number}批项目`),
      );
    const membership = { role: 'publisher', zone: '32101026' } as const;
    const publisher: Actor = { id: 'account:7', accountId: 7, name: 'p', memberships: [membership] };
    const report = await importPaths(database, publisher, { paths: [folder], defaults: { onlyZone: '32101026' } });
    if (!report.ok) throw new Error('refused');
    expect(report.value.counts).toMatchObject({ imported: 3, refused: 0 });
    const kept = await articles();
    expect(kept.map((one) => [one['source_address'], one['zone_code']]).sort()).toEqual([
      ['https://zone.example/1.html', '32101026'],
      ['https://zone.example/2.html', '32101026'],
      ['https://zone.example/2.html', '32101099'],
      ['https://zone.example/3.html', '32101026'],
    ]);
  });

  it('is refused to someone who may not', async () => {
    const refusal = await importPaths(database, visitor, { paths: [fixtures], defaults: {} });
    expect(refusal.ok).toBe(false);
  });
});
