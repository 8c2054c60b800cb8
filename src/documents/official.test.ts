import mammoth from 'mammoth';
import { fromBufferPromise } from 'yauzl';
import { expect, test } from 'vitest';
import type { Official } from './document.ts';
import { officialDocument } from './official.ts';

const official: Official = {
  title: '关于推进千亿级产业集群的实施方案',
  number: '相政发〔2026〕3号',
  to: '各板块、各部门',
  body: [
    '为贯彻落实全区经济工作会议精神，制定本方案。',
    { heading: 1, text: '总体要求' },
    { heading: 2, text: '主要目标' },
    '到 2026 年，产值达到 1000 亿元。',
    { heading: 2, text: '重点任务' },
    { heading: 3, text: '建设园区' },
    { heading: 4, text: '完成选址' },
    { heading: 1, text: '保障措施' },
    {
      table: {
        caption: '任务清单',
        columns: [
          { title: '任务', share: 3 },
          { title: '投资', unit: '万元', isNumber: true },
        ],
        rows: [
          ['建设<一期>', '12,000'],
          ['建设二期', '8,000'],
        ],
      },
    },
  ],
  attachments: ['项目名单', '时间表'],
  signer: '相城区人民政府',
  date: '2026-02-04',
};

async function partOf(file: Buffer, name: string): Promise<string> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const stream = await zip.openReadStreamPromise(entry);
    return Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)).toString();
  }
  throw new Error(`no ${name}`);
}

const textOf = async (one: Official) =>
  (await mammoth.extractRawText({ buffer: await officialDocument(one) })).value
    .split(/\n+/)
    .filter((text) => text !== '');

test('the document reads in the order of the standard, its headings numbered', async () => {
  expect(await textOf(official)).toEqual([
    '相政发〔2026〕3号',
    '关于推进千亿级产业集群的实施方案',
    '各板块、各部门：',
    '为贯彻落实全区经济工作会议精神，制定本方案。',
    '一、总体要求',
    '（一）主要目标',
    '到 2026 年，产值达到 1000 亿元。',
    '（二）重点任务',
    '1. 建设园区',
    '(1) 完成选址',
    '二、保障措施',
    '任务清单',
    '任务',
    '投资（万元）',
    '建设<一期>',
    '12,000',
    '建设二期',
    '8,000',
    '附件：1. 项目名单',
    '2. 时间表',
    '相城区人民政府',
    '2026年2月4日',
  ]);
});

test('title, headings and tables are what a word processor takes them for', async () => {
  const { value } = await mammoth.convertToHtml(
    { buffer: await officialDocument(official) },
    { styleMap: ["p[style-name='Title'] => h1:fresh"] },
  );
  expect(value).toContain('<h1>关于推进千亿级产业集群的实施方案</h1>');
  expect(value).toContain('<h2>（二）重点任务</h2>');
  expect(value).toContain('<thead><tr><th><p>任务</p></th><th><p>投资（万元）</p></th></tr></thead>');
});

test('a page is A4 with the margins, the 22 lines of 28 characters and the page number of the standard', async () => {
  const file = await officialDocument(official);
  const xml = await partOf(file, 'word/document.xml');
  expect(xml).toContain('w:w="11906" w:h="16838" w:orient="portrait"');
  expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>');
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toContain('<w:jc w:val="right"/>');
  const numbers = await Promise.all([1, 2].map((at) => partOf(file, `word/footer${at}.xml`)));
  expect(numbers.map((one) => /w:jc w:val="(\w+)"/.exec(one)?.[1])).toEqual(['right', 'left']);
  expect(numbers[0]).toMatch(/—.*PAGE.*—/s);
  const styles = await partOf(file, 'word/styles.xml');
  expect(styles).toContain('w:eastAsia="方正小标宋简体"');
  expect(styles).toContain('w:firstLineChars="200"');
  expect(await partOf(file, 'word/fontTable.xml')).toContain('<w:altName w:val="仿宋,FangSong,');
  expect(await partOf(file, 'docProps/core.xml')).toContain('2026-02-04T00:00:00Z');
});

test('a wide table lies across on its own sheet, a wide document on every sheet', async () => {
  const table = { columns: [{ title: '甲' }], rows: [['一']], isWide: true };
  const mixed = await partOf(
    await officialDocument({ title: '表', body: ['前', { table }, '后'] }),
    'word/document.xml',
  );
  expect(mixed.match(/w:orient="\w+"/g)).toEqual([
    'w:orient="portrait"',
    'w:orient="landscape"',
    'w:orient="portrait"',
  ]);
  expect(mixed).toContain('w:w="16838" w:h="11906"');
  const wide = await partOf(
    await officialDocument({ title: '表', isWide: true, body: [{ table }] }),
    'word/document.xml',
  );
  expect(wide.match(/w:orient="\w+"/g)).toEqual(['w:orient="landscape"']);
});

test('the red heading is there only when the issuer is named', async () => {
  const plain = await partOf(await officialDocument(official), 'word/document.xml');
  expect(plain).not.toContain('FF0000');
  const red = await partOf(await officialDocument({ ...official, issuer: '相城区人民政府文件' }), 'word/document.xml');
  expect(red).toContain('FF0000');
});

test('the same document is the same bytes, and what XML cannot hold is left out', async () => {
  const odd = { ...official, title: '坏\u0000字\ud800符' };
  const first = await officialDocument(odd);
  await new Promise((later) => setTimeout(later, 2100));
  expect(Buffer.compare(first, await officialDocument(odd))).toBe(0);
  expect(await textOf(odd)).toContain('坏字\ufffd符');
});

test('an English document says it in English; too long a table says what it leaves out', async () => {
  const rows = Array.from({ length: 1001 }, (_, at) => [`Row ${at}`]);
  const text = await textOf({
    title: 'Ledger',
    lang: 'en',
    to: 'All blocks',
    body: [{ table: { columns: [{ title: 'Investment', unit: 'CNY 10,000' }], rows } }],
    date: '2026-02-04',
  });
  expect(text.slice(0, 3)).toEqual(['Ledger', 'All blocks:', 'Investment (CNY 10,000)']);
  expect(text.slice(-2)).toEqual([
    '(1001 rows in all; the first 1000 are listed here. Export to XLSX for the whole list.)',
    '4 February 2026',
  ]);
});
