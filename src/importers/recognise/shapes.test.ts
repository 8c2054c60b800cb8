import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, richDocument } from '#text/document.ts';
import type { ImportedPage } from '../page.ts';
import { recogniseFile } from './file.server.ts';

const project = '园区管委会今天举行重点项目';
const speech = '推动项目早开工、早建成、早投产。';
const title = '园区签约二十个项目';
const long = '园区二十个重点项目集中签约';
const noon = '2024-01-02T12:30:00+08:00';
const day = (date: string) => `${date}T00:00:00+08:00`;

/** Name of the file, title, time, source, how the text begins and ends. */
const articles: readonly [string, string, string | undefined, string, string, string][] = [
  ['tables', long, day('2019-03-08'), '', project, '综合实力稳步提升。'],
  ['dl', '关于开展项目申报的通知', day('2024-05-06'), '示例区科技局', '各有关单位：', '附件：1.申报书.doc'],
  [
    'wp',
    'Twenty projects signed',
    '2024-02-01T09:30:00+08:00',
    'Example Zone Daily',
    'The Xiangcheng zone',
    'according to the administration.',
  ],
  [
    'en',
    'Twenty projects signed in Xiangcheng',
    day('2024-02-01'),
    'China Daily',
    'The Xiangcheng zone',
    'according to the administration.',
  ],
  ['nodate', long, undefined, '', project, speech],
  ['mso', long, day('2024-03-05'), '园区办', project, speech],
  ['rare', '𠮷林㐂园区签约二十个项目', day('2024-01-02'), '䶮报', project, '𬬻𫔍𰻞'],
  ['utf16', title, noon, '园区报', project, speech],
  ['utf16-nobom', title, noon, '园区报', project, '生物医药等领域。'],
  ['time', title, noon, '', project, speech],
  ['divs', title, noon, '示例日报', project, '综合实力稳步提升。'],
  ['bottom', title, day('2024-01-02'), '示例日报', project, speech],
  ['oneline', '停水通知', day('2024-06-07'), '', '因管网检修', '停水。'],
  ['links', '园区惠企政策汇编发布', '2024-06-07T09:00:00+08:00', '园区办', project, speech],
  ['vsb', title, day('2024-01-02'), '科技园办公室', project, speech],
  ['english-date', 'Zone opens new laboratory', '2023-05-21T14:05:00+08:00', '', 'The Xiangcheng zone', 'in charge.'],
  ['lies', title, noon, '园区报', project, speech],
  ['big5', '園區簽約二十個項目', noon, '園區報', '園區管委會今天', '新開始。'],
  ['ssr', title, noon, '', project, speech],
  ['subtitle', title, noon, '示例日报', project, speech],
  ['broken', title, day('2024-01-02'), '', project, '三 四'],
];

const refused: readonly [string, string][] = [
  ['frameset', 'frames'],
  ['iframe', 'frames'],
  ['list2', 'listPage'],
  ['home', 'listPage'],
];

async function recognise(name: string) {
  return recogniseFile(await readFile(`tests/fixtures/shapes/${name}.html`), `${name}.html`);
}

async function article(bytes: Uint8Array | string, name = 'page.html'): Promise<ImportedPage> {
  const recognition = await recogniseFile(Buffer.from(bytes), name);
  if (!recognition.ok) throw new Error(recognition.refusal);
  return recognition.page;
}

describe('pages of any make', () => {
  it.each(articles)('%s', async (name, ...[expectedTitle, at, source, start, end]) => {
    const recognition = await recognise(name);
    if (!recognition.ok) throw new Error(recognition.refusal);
    const { page } = recognition;
    expect({ title: page.title, at: page.publishedAt?.at, source: page.source }).toEqual({
      title: expectedTitle,
      at,
      source,
    });
    const text = plainText(page.body);
    expect(text.startsWith(start)).toBe(true);
    expect(text.endsWith(end)).toBe(true);
    expect(text).not.toMatch(/导航|版权所有|打印|关闭|点击|分享|上一|下一|责任编辑|扫一扫|Copyright|Comments/);
  });

  it.each(refused)('%s is refused as what it is', async (name, refusal) => {
    expect(await recognise(name)).toEqual({ ok: false, refusal });
  });

  it('keeps pictures without a text, captions, headings and lists of links', async () => {
    const pictures = await article(await readFile('tests/fixtures/shapes/picture.html'));
    expect(pictures.pictures).toEqual(['http://zone.example/1.jpg', 'http://zone.example/2.jpg']);
    const blog = await article(await readFile('tests/fixtures/shapes/wp.html'));
    expect(blog.body.content.map((block) => block.type)).toEqual([
      'paragraph',
      'figure',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(blog.body.content[1]).toMatchObject({
      attrs: { source: 'https://zone.example/img/a.jpg', alt: 'Ceremony', caption: 'The signing ceremony' },
    });
    expect(blog.sourceAddress).toBe('https://zone.example/news/twenty-projects');
  });

  it('offers a day found in the address to a person, and does not use it', async () => {
    const page = await article(
      `<link rel="canonical" href="https://zone.example/202402/t20240201_123.html"><h1>${title}</h1><div id="zoom"><p>${project}集中签约仪式，二十个项目现场签约。</p></div>`,
    );
    expect(page.publishedAt).toBeNull();
    expect(page.possibleDays).toEqual(['2024-02-01']);
  });

  it('reads a page with a megabyte of navigation and megabytes of inline pictures', async () => {
    const menu = Array.from({ length: 12_000 }, (_, at) => `<li><a href="/c${at}.html">栏目导航${at}</a></li>`).join(
      '',
    );
    const picture = `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`;
    const page = await article(
      `<div><ul>${menu}</ul></div><div><h1>${title}</h1><p>时间：2024-01-02 12:30 来源：园区报</p><div><p>${project}集中签约仪式，二十个项目现场签约。</p>${picture}</div></div>`,
    );
    expect(page).toMatchObject({ title, source: '园区报', publishedAt: { at: noon } });
    expect(plainText(page.body)).toBe(`${project}集中签约仪式，二十个项目现场签约。`);
  });

  it('never fails on damaged pages, and what it keeps is always valid', async () => {
    const wholes = await Promise.all(
      ['tables', 'wp', 'vsb', 'mso', 'dl'].map((name) => readFile(`tests/fixtures/shapes/${name}.html`)),
    );
    const damage = fc.array(
      fc.tuple(
        fc.nat(6000),
        fc.nat(40),
        fc.constantFrom('', '<', '<td>', '</div>', '"', '<b>', '\u0000', '<!--', '&#x110000;'),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), damage, async (whole, cuts) => {
        const text = cuts.reduce(
          (left, [at, length, put]) => left.slice(0, at) + put + left.slice(at + length),
          whole.toString('utf8'),
        );
        const recognition = await recogniseFile(Buffer.from(text), 'page.html');
        if (recognition.ok) expect(richDocument.safeParse(recognition.page.body).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps nothing that runs, and no address that is not one', async () => {
    const page = await article(
      `<h1>${title}</h1><div id="zoom"><p onclick="x()">${project}<a href="javascript:alert(1)">一</a><a href="java\tscript:alert(1)">二</a><a href="data:text/html,x">三</a><a href="https://zone.example/">四</a><script>alert(1)</script><svg><script>1</script></svg></p><p><img src=x onerror=alert(1)><iframe srcdoc="<script>"></iframe>‮倒序‬</p></div>`,
    );
    expect(JSON.stringify(page.body)).not.toMatch(/javascript|alert|data:|onerror|script|\u202e/);
    expect(JSON.stringify(page.body)).toContain('https://zone.example/');
  });

  it('takes Tibetan, emoji and bidirectional text as it stands, without the marks that turn it round', async () => {
    const page = await article(
      `<h1>👨‍👩‍👧 བོད་ཡིག 园区</h1><p>2024-01-02</p><div id="zoom"><p>གོང་འཕེལ་ཁུལ། ${project}。‮abc</p></div>`,
    );
    expect(plainText(page.body)).toBe(`གོང་འཕེལ་ཁུལ། ${project}。abc`);
  });
});
