import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoOf } from '#language/dates.ts';
import { plainText, richDocument } from '#text/document.ts';
import { editionInput } from './article.ts';
import { sampleArticle, type SampleArticle } from './sample.ts';

const files = readdirSync('sample/articles');
const articles = files.map((name) => sampleArticle.parse(JSON.parse(readFileSync(`sample/articles/${name}`, 'utf8'))));
const editionsOf = (article: SampleArticle) => [article.editions.zh, article.editions.en ?? article.editions.zh];
const textOf = (article: SampleArticle, lang: 'zh' | 'en') => plainText(article.editions[lang]?.body ?? none);
const none = { type: 'doc' as const, content: [] };

const smallest = {
  slug: 'a',
  zone: '32101026',
  column: 'text',
  publishedAt: '2024-02-01T09:00:00+08:00',
  editions: {
    zh: { title: '题', summary: '要', source: '源', keywords: [], madeHow: 'human', body: [] as unknown[] },
  },
};

function bodyFrom(...body: unknown[]) {
  const zh = { ...smallest.editions.zh, body };
  return sampleArticle.parse({ ...smallest, editions: { zh } }).editions.zh.body;
}

describe('the short form of a body becomes a document', () => {
  test('a line is a paragraph, a heading is of level two, a quotation holds a paragraph', () => {
    const body = bodyFrom('一', { heading: '二' }, { quote: '三' });
    expect(body.content.map((block) => block.type)).toEqual(['paragraph', 'heading', 'blockquote']);
    expect(plainText(body)).toBe('一\n二\n三');
  });

  test('a list keeps its items, a table its head and its empty cells', () => {
    const body = bodyFrom({ list: ['甲', '乙'] }, { table: [['年', '值'], ['2026', '']] }); // prettier-ignore
    expect(richDocument.safeParse(body).success).toBe(true);
    expect(JSON.stringify(body)).toContain('"tableHeader"');
    expect(plainText(body)).toBe('甲\n乙\n年 值\n2026 ');
  });

  test.each([[[]], [['']], [[{ heading: '' }]], [[{ html: '<p>' }]], [[{ list: [] }]], [[{ table: [['x']] }]]])(
    'what is empty or unknown is refused: %j',
    (body) => {
      const zh = { ...smallest.editions.zh, body };
      expect(sampleArticle.safeParse({ ...smallest, editions: { zh } }).success).toBe(false);
    },
  );
});

test('a time is kept to the minute, on China’s clock', () => {
  const article = sampleArticle.parse({ ...smallest, editions: { zh: { ...smallest.editions.zh, body: ['一'] } } });
  expect(isoOf(article.publishedAt)).toBe('2024-02-01T09:00:00+08:00');
});

describe('the sample', () => {
  test('is a dozen articles, each in a file of its own name', () => {
    expect(articles).toHaveLength(12);
    expect(articles.map((article) => `${article.slug}.json`)).toEqual(files);
  });

  test('shows every column and several cities and zones', () => {
    expect(new Set(articles.map((article) => article.column)).size).toBe(5);
    expect(new Set(articles.map((article) => article.zone.slice(0, 2))).size).toBeGreaterThanOrEqual(6);
    expect(new Set(articles.map((article) => article.zone)).size).toBeGreaterThanOrEqual(9);
  });

  test('has one article without an English edition and one whose English is older than the Chinese', () => {
    expect(articles.filter((article) => !article.editions.en)).toHaveLength(1);
    expect(articles.filter((article) => article.zhChangedSince)).toHaveLength(1);
    expect(articles.find((article) => article.zhChangedSince)?.editions.en).toBeDefined();
  });

  test('has news of the last two weeks before 22 November 2026, and none later', () => {
    const ages = articles.map((article) => Date.parse('2026-11-22T00:00:00+08:00') - article.publishedAt.getTime());
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(ages.filter((age) => age < 14 * 86_400_000).length).toBeGreaterThanOrEqual(5);
  });

  test.each(articles)('$slug says in every edition that it is a sample', (article) => {
    expect(article.editions.zh.source).toContain('示例');
    expect(article.editions.en?.source ?? 'sample').toContain('sample');
    for (const edition of editionsOf(article)) expect(plainText(edition.body)).toMatch(/示例|sample/);
  });

  test.each(articles)('$slug can be stored as it is, and is of a real length', (article) => {
    for (const edition of editionsOf(article))
      expect(editionInput.parse({ lang: 'zh', ...edition })).toMatchObject(edition);
    expect(textOf(article, 'zh').length).toBeGreaterThan(500);
    expect(textOf(article, 'zh').length).toBeLessThan(1300);
    if (article.editions.en) expect(textOf(article, 'en').split(/\s+/).length).toBeGreaterThan(300);
  });

  test.each(articles)('$slug is written plainly: no dash where a comma or a full stop would do', (article) => {
    for (const edition of editionsOf(article)) {
      expect([...plainText(edition.body).matchAll(/—/g)].length).toBeLessThanOrEqual(1);
      expect(`${edition.title}${edition.summary}`).not.toMatch(/[—!！]/);
    }
  });

  test.each(articles)('$slug keeps each language to itself', (article) => {
    expect(textOf(article, 'en')).not.toMatch(/\p{Script=Han}|[，。；：]/u);
    expect(textOf(article, 'zh')).not.toMatch(/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u);
  });
});
