import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plainText } from '#text/document.ts';
import type { ImportedPage } from '../page.ts';
import { recogniseFile } from './file.server.ts';

/** Pages of fictional zones in the shapes of real systems; see the README beside them. */
async function recognise(name: string) {
  return recogniseFile(await readFile(`tests/fixtures/pages/${name}`), name);
}

async function article(name: string): Promise<ImportedPage> {
  const recognition = await recognise(name);
  if (!recognition.ok) throw new Error(`refused: ${recognition.refusal}`);
  return recognition.page;
}

describe('pages in the shapes of real systems', () => {
  it('TRS: the official tags say what it is, the editor box holds the text', async () => {
    const page = await article('trs-wcm-standard-meta.html');
    expect(page).toMatchObject({
      lang: 'zh',
      title: '云溪经开区集中签约12个先进制造业项目',
      publishedAt: { at: '2026-04-17T14:46:00+08:00', precision: 'minute' },
      source: '云溪日报',
      siteName: '云溪经济技术开发区管理委员会',
      columnText: '招商动态',
      keywords: ['招商引资', '先进制造'],
      breadcrumb: ['招商动态'],
      attachments: [{ name: '签约项目清单.pdf', address: './P020260417530000000002.pdf' }],
    });
    const text = plainText(page.body);
    expect(text).toMatch(/^4月16日，云溪经济技术开发区举行2026年春季招商项目/);
    expect(text).not.toMatch(/字号|分享|主办单位|margin|发布时间/);
    expect(page.found).toMatchObject({ title: 'official tags', publishedAt: 'official tags', body: 'known container' });
  });

  it('JCMS: tags in any case and order', async () => {
    const page = await article('jcms-zoom-lowercase-meta.html');
    expect(page).toMatchObject({
      title: '1-10月云溪经开区固定资产投资结构趋稳趋优',
      publishedAt: { at: '2016-11-22T09:53:00+08:00' },
      source: '市发改委',
      columnText: '投资运行',
      keywords: ['投资', '完成', '亿元'],
    });
    expect(plainText(page.body)).toBe(
      '1至10月，云溪经开区完成固定资产投资112.3亿元，同比增长9.4%，其中工业投资占比61%。',
    );
  });

  it('UCAP: elements of its own, with a table that stays a table', async () => {
    const page = await article('ucap-tags.html');
    expect(page).toMatchObject({
      title: '关于组织申报2026年度企业技术需求的通知',
      publishedAt: { at: '2026-09-24T17:18:00+08:00' },
      source: '云溪市科学技术局',
    });
    expect(page.body.content.map((block) => block.type)).toEqual(['paragraph', 'paragraph', 'table']);
  });

  it.each([
    ['no-meta-inline-date.html', '云溪高新区与东湖大学共建智能制造研究院', '云溪高新区发布', 'utf-8'],
    ['gbk-declared-gb2312.html', '赟溪高新区与东湖大学共建智能制造研究院', '赟溪高新区发布', 'gb18030'],
  ])('%s: no tags at all, everything is printed', async (name, ...[title, source, encoding]) => {
    const page = await article(name);
    expect(page).toMatchObject({
      title,
      source,
      encoding,
      publishedAt: { at: '2026-10-04T01:39:00+08:00', precision: 'minute' },
    });
    expect(plainText(page.body)).toMatch(/^10月3日，.+签署共建协议。$/);
  });

  it.each([
    ['list-page.html', 'listPage'],
    ['rss-gov-nonstandard-date.xml', 'feed'],
  ])('%s is not an article and is refused as what it is', async (name, refusal) => {
    expect(await recognise(name)).toEqual({ ok: false, refusal });
  });
});
