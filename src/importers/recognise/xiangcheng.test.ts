import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plainText } from '#text/document.ts';
import { sharedPath } from '../../../tests/support/shared.ts';
import { recogniseFile } from './file.server.ts';

const path = sharedPath('sample-input/xiangcheng-2024-02-01.txt');

/** The same page as the site may have marked it up. */
const layouts: readonly [name: string, (lines: readonly string[]) => string][] = [
  [
    'boxes',
    ([slogan, crumb, title, facts, ...rest]) =>
      `<title>投促中国</title><div class="top"><a href="/">${slogan}</a></div><div class="wz">${crumb}</div><div class="index_cententWrap"><h3>${title}</h3><p class="info">${facts}</p><div class="nr">${bodyOf(
        rest,
      )
        .map((line) => `<p>　　${line}</p>`)
        .join('')}</div><div class="pn">${after(rest, '<br>')}</div></div>`,
  ],
  [
    'a table with line breaks',
    ([slogan, crumb, title, facts, ...rest]) =>
      `<table><tr><td>${slogan}</td></tr><tr><td>${crumb}</td></tr><tr><td><table><tr><td align=center>${title}</td></tr><tr><td>${facts}</td></tr><tr><td>${bodyOf(rest).join('<br><br>')}</td></tr></table></td></tr><tr><td>${after(rest, '</td></tr><tr><td>')}</td></tr></table>`,
  ],
  ['one box without any structure', (lines) => `<html><body><div>${lines.join('<br>\n')}</div></body></html>`],
];

function bodyOf(rest: readonly string[]): string[] {
  return rest.slice(0, 6);
}

function after(rest: readonly string[], between: string): string {
  return rest.slice(6).join(between);
}

describe.skipIf(!path)('the page of Xiangcheng', () => {
  it('gives as text the title as printed, its facts, six paragraphs, and nothing of the site around it', async () => {
    await expectArticle(await readFile(path ?? ''), 'xiangcheng-2024-02-01.txt');
  });

  it.each(layouts)('gives the same marked up as %s', async (_, layout) => {
    const lines = (await readFile(path ?? '', 'utf8'))
      .split('\n')
      .flatMap((line) => (line.trim() ? [line.trim()] : []));
    await expectArticle(Buffer.from(layout(lines)), 'page.html');
  });
});

async function expectArticle(bytes: Uint8Array, name: string): Promise<void> {
  const recognition = await recogniseFile(bytes, name);
  if (!recognition.ok) throw new Error(recognition.refusal);
  const { page } = recognition;
  expect(page).toMatchObject({
    lang: 'zh',
    title: '专题学习、有效链接、扎实推进!相城区用一天时间谋篇布局以科创赋能助推新型工业化发展工作',
    publishedAt: { at: '2024-02-01T00:00:00+08:00', precision: 'day' },
    source: '相城区人民政府',
    zoneText: '相城经济技术开发区',
    breadcrumb: ['开发区新闻', '苏州', '文字新闻'],
    columnText: '文字新闻',
    previous: '区委常委会召开会议:交出一份不负重托人民满意的成绩单',
    next: '永乐店邀专家解读十八大精神',
  });
  expect(page.body.content).toHaveLength(6);
  const text = plainText(page.body);
  expect(text.startsWith('1月31日,相城区')).toBe(true);
  expect(text.endsWith('落地见效。')).toBe(true);
  expect(text).not.toMatch(/投促中国|联系电话|投资促进平台|您现在的位置|上一条|Copyright|发布时间/);
}
