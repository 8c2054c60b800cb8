import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf, type RichDocument } from '#text/document.ts';
import { findingsOf } from './checks.ts';
import { stopping, type Against, type Checked } from './finding.ts';
import { isBankCard, isIdentityCard } from './identity-numbers.ts';

const now = new Date('2026-11-23T00:00:00Z');
const against: Against = { now, words: [] };

function article(body: RichDocument | string, change: Partial<Checked> = {}): Checked {
  const document = typeof body === 'string' ? documentOf([body]) : body;
  const edition = {
    lang: 'zh',
    original: true,
    title: '签约',
    summary: '摘要',
    source: '园区办',
    body: document,
  } as const;
  return {
    columnSlug: 'text',
    zoneCode: '32101026',
    publishedAt: new Date('2026-11-22T00:00:00Z'),
    openQuestions: 0,
    englishWanted: false,
    editions: [edition],
    ...change,
  };
}

const said = (text: string, more: Partial<Against> = {}) =>
  findingsOf(article(text), { ...against, ...more }).map(({ severity, says }) => `${severity}: ${says.zh}`);

test('a complete text without anything odd has no findings', () => {
  expect(said('2024 年实现产值 1380 亿元，签约 17 个项目，占地 200 亩。')).toEqual([]);
});

describe('what is missing', () => {
  test('stops publishing where the public could not use it', () => {
    const findings = findingsOf(article('', { columnSlug: null, zoneCode: null, openQuestions: 2 }), against);
    const { hard } = stopping(findings);
    expect(hard.map(({ says }) => says.zh)).toEqual([
      '没有选择栏目。',
      '没有选择发布开发区。',
      '还有 2 个问题没有回答。',
      '正文是空的。',
    ]);
  });
  test('a picture without alternative text is named by its block', () => {
    const attrs = { file: '1', source: null, alt: ' ', caption: '签约现场' };
    const [finding] = findingsOf(article({ type: 'doc', content: [{ type: 'figure', attrs }] }), against);
    expect(finding).toMatchObject({ severity: 'should', where: { block: 0, excerpt: '签约现场' } });
  });
  test('a zone that wants English is told where it is missing', () => {
    expect(findingsOf(article('正文', { englishWanted: true }), against)).toHaveLength(1);
  });
});

describe('personal data', () => {
  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['440524188001010014', true],
    ['110105194912310021', false],
    ['110105194902310025', false],
    ['010105194912310021', false],
  ])('%s is an identity card: %s', (number, is) => expect(isIdentityCard(number.toLowerCase())).toBe(is));

  test.each([
    ['6222021234567890127', false],
    ['4111111111111111', true],
    ['6228480402564890018', true],
    ['4111111111111112', false],
    ['41111111111', false],
  ])('%s is a bank card: %s', (number, is) => expect(isBankCard(number)).toBe(is));

  test.each([
    ['身份证 11010519491231002X', 'must: 文中疑似有身份证号。'],
    ['身份证１１０１０５１９４９１２３１００２Ｘ', 'must: 文中疑似有身份证号。'],
    ['身份证 1101051949\u200b1231002X', 'must: 文中疑似有身份证号。'],
    ['卡号 6228 4804 0256 4890 018', 'must: 文中疑似有银行卡号。'],
    ['张先生 13812345678', 'must: 文中疑似有手机号。'],
    ['张先生 +86 138-1234-5678', 'must: 文中疑似有手机号。'],
    ['李主任 0512-65751234', 'should: 文中疑似有电话号码。'],
    ['护照号 E12345678', 'must: 文中疑似有护照号。'],
    ['zhang.san@qq.com 提供', 'should: 文中疑似有个人邮箱。'],
  ])('%s', (text, finding) => expect(said(text)).toEqual([finding]));

  test.each([
    '联系电话：0512-65751234，13812345678',
    '咨询热线 13812345678',
    '总投资 13812345678 元',
    '型号 E12345678 已量产',
    '邮箱 zhaoshang@zone.example',
    'info@zone.example',
    '产值 110105194912310021 元',
    '2024-02-01 至 2026-12-31',
  ])('%s is none', (text) => expect(said(text)).toEqual([]));

  test('a finding never repeats the number', () => {
    const [finding] = findingsOf(article('身份证 11010519491231002X，张三'), against);
    expect(JSON.stringify(finding)).not.toContain('0519491231');
    expect(finding).toMatchObject({
      confirmable: true,
      where: { offset: 4, excerpt: '身份证 110*************2x，张三' },
    });
  });
});

describe('links', () => {
  const linked = (text: string, href: string) =>
    findingsOf(
      article({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }] }],
      }),
      against,
    ).map(({ severity, says }) => `${severity}: ${says.zh}`);
  test.each([
    ['内网', 'https://192.168.1.8/a', 'must: 链接指向内部地址 192.168.1.8，外面的读者打不开。'],
    ['内网', 'https://oa/a', 'must: 链接指向内部地址 oa，外面的读者打不开。'],
    ['公告', 'https://8.8.8.8/a', 'should: 链接直接使用了 IP 地址 8.8.8.8。'],
    ['www.gov.cn', 'https://evil.example/', 'should: 文字写的是 www.gov.cn，链接却指向 evil.example。'],
    ['公告', 'https://xn--pple-43d.com/', 'should: 域名 xn--pple-43d.com 含有特殊字母，可能是仿冒网站。'],
    ['公告', 'https://t.cn/abc', 'should: t.cn 是短链接，读者看不出去向。'],
    ['公告', 'http://zone.example/', 'note: 指向 zone.example 的链接没有加密（http）。'],
    ['致电', 'tel:13812345678', 'must: 文中疑似有手机号。'],
  ])('%s → %s', (text, href, finding) => expect(linked(text, href)).toEqual([finding]));
  test.each([
    ['公告', '/zh/news/7'],
    ['gov.cn', 'https://www.gov.cn/zhengce/'],
    ['附件', '#fj'],
  ])('%s → %s is fine', (text, href) => expect(linked(text, href)).toEqual([]));
});

describe('names', () => {
  const directory = new Set(['苏州工业园区', '相城经济技术开发区', '相城经开区']);
  test('of the directory pass, wherever they stand', () => {
    expect(said('位于苏州工业园区的企业与相城经开区签约', { directory })).toEqual([]);
  });
  test('one slip of the pen away are asked for', () => {
    expect(findingsOf(article('来自湘城经济技术开发区的企业'), { ...against, directory })).toMatchObject([
      { severity: 'should', fix: { zh: '是否为“相城经济技术开发区”？' } },
    ]);
  });
  test.each(['国家级经济技术开发区', '全省各类高新区', '建设一批产业园区'])('%s is no name', (text) =>
    expect(said(text, { directory })).toEqual([]),
  );
});

describe('the operator’s words', () => {
  const words = [
    { word: '国家级示范', severity: 'forbid', reason: '未经批准', replacement: '' },
    { word: 'Best', severity: 'warn', reason: '', replacement: 'leading' },
  ] as const;
  test.each([
    ['国家级示范', 'must: “国家级示范”是禁用词（未经批准）。'],
    ['国 家\n级示范', 'must: “国家级示范”是禁用词（未经批准）。'],
    ['the BEST zone', 'should: “Best”需要斟酌。'],
  ])('%s is found', (text, finding) => expect(said(text, { words })).toEqual([finding]));
  test('a Latin word is not found inside another', () => expect(said('asbestos', { words })).toEqual([]));
});

test('no text of any characters breaks a check, and every place is in its text', () => {
  const words = [{ word: '禁 词', severity: 'forbid', reason: '', replacement: '' }] as const;
  const directory = new Set(['苏州工业园区']);
  const letters = fc.constantFrom(
    '禁',
    '词',
    ' ',
    '经开区',
    '1',
    '3',
    '８',
    '@',
    '.',
    '\u200b',
    '😀',
    '\ud800',
    'a',
    '-',
  );
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 200 }), (text) => {
      for (const { where } of findingsOf(article(text), { now, words, directory }))
        expect(where?.offset ?? 0).toBeLessThanOrEqual(text.length);
    }),
  );
});
