import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { siteSchema } from '#platform/site.ts';
import type { Frame } from './frame.ts';
import { canonicalAddress, jsonLdText, linkTags, metaTags, pageTitle, type Head } from './head.ts';

const site = siteSchema.parse({ siteCode: '3205070001' });
const frame: Frame = {
  lang: 'zh',
  site,
  origin: 'https://zone.example',
  path: '/zh/news/7',
  query: '?mode=care&utm_source=x',
  care: true,
};
const article: Head = {
  title: '相城区部署新型工业化',
  description: '一天两会。',
  column: { name: '文字新闻', description: '开发区的文字新闻', keywords: ['开发区', '新闻'], type: '工作动态' },
  article: { publishedAt: new Date('2024-02-01T01:30:00Z'), source: '相城区人民政府', keywords: ['新型工业化'] },
};

function contentOf(key: string, head: Head = article, on: Frame = frame): string | undefined {
  return metaTags(on, head).find((tag) => tag.key === key)?.content;
}

describe('the official tags', () => {
  test('every page names the site, its domain and its code', () => {
    const plain = { title: '联系我们' };
    expect(contentOf('SiteName', plain)).toBe('园联');
    expect(contentOf('SiteDomain', plain)).toBe('zone.example');
    expect(contentOf('SiteIDCode', plain)).toBe('3205070001');
    expect(contentOf('ColumnName', plain)).toBeUndefined();
    expect(contentOf('ArticleTitle', plain)).toBeUndefined();
  });

  test('an article page carries title, minute, source and its own address', () => {
    expect(contentOf('ArticleTitle')).toBe('相城区部署新型工业化');
    expect(contentOf('PubDate')).toBe('2024-02-01 09:30');
    expect(contentOf('ContentSource')).toBe('相城区人民政府');
    expect(contentOf('Keywords')).toBe('新型工业化');
    expect(contentOf('Description')).toBe('一天两会。');
    expect(contentOf('Url')).toBe('https://zone.example/zh/news/7');
  });

  test('a column page says what the column is and of which official type', () => {
    expect(contentOf('ColumnName')).toBe('文字新闻');
    expect(contentOf('ColumnKeywords')).toBe('开发区,新闻');
    expect(contentOf('ColumnType')).toBe('工作动态');
  });

  test('a site without a code has no code tag, and no tag is ever empty', () => {
    const uncoded = { ...frame, site: siteSchema.parse({}) };
    expect(contentOf('SiteIDCode', article, uncoded)).toBeUndefined();
    expect(metaTags(uncoded, { title: 'x', description: ' ' }).every((tag) => tag.content !== '')).toBe(true);
  });

  test('each name is given once, also when names are compared without case', () => {
    const keys = metaTags(frame, article).map((tag) => tag.key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('addresses', () => {
  test('the canonical address keeps what makes the page, not the display mode nor a tracker', () => {
    const list = { title: '新闻', query: { column: 'text', after: undefined } };
    expect(canonicalAddress({ ...frame, path: '/zh/news' }, list)).toBe('https://zone.example/zh/news?column=text');
  });

  test('every language version lists all versions, itself and a default', () => {
    const alternates = (lang: 'zh' | 'en') =>
      linkTags({ ...frame, lang, path: `/${lang}/news/7` }, article).filter((link) => link.hreflang);
    expect(alternates('zh')).toEqual(alternates('en'));
    expect(alternates('zh').map((link) => [link.hreflang, link.href])).toEqual([
      ['zh-Hans', 'https://zone.example/zh/news/7'],
      ['en', 'https://zone.example/en/news/7'],
      ['x-default', 'https://zone.example/en/news/7'],
    ]);
  });

  test('a page that exists in one language names no other', () => {
    const links = linkTags(frame, { ...article, langs: ['zh'] }).filter((link) => link.hreflang);
    expect(links.map((link) => link.hreflang)).toEqual(['zh-Hans', 'x-default']);
  });

  test('a page shown in the other language for want of its own points to that one', () => {
    const english = { ...frame, lang: 'en', path: '/en/news/7' } as const;
    expect(linkTags(english, { ...article, langs: ['zh'] })[0]?.href).toBe('https://zone.example/zh/news/7');
  });

  test('a page that is not to be indexed names no address as its own', () => {
    expect(linkTags(frame, { title: '404', noindex: true })).toEqual([]);
    expect(contentOf('robots', { title: '404', noindex: true })).toBe('noindex');
  });

  test('neighbours and feeds are absolute', () => {
    const links = linkTags(frame, {
      title: '新闻',
      next: '/zh/news?after=9',
      feeds: [{ title: 'Atom', path: '/zh/news/feed.atom', type: 'application/atom+xml' }],
    });
    expect(links).toContainEqual({ rel: 'next', href: 'https://zone.example/zh/news?after=9' });
    expect(links.at(-1)?.href).toBe('https://zone.example/zh/news/feed.atom');
  });
});

test('the front page is titled by name and slogan, others by their own title first', () => {
  expect(pageTitle(frame, { title: '园联' })).toBe('园联 · 网上国际投资促进平台');
  expect(pageTitle(frame, { title: '开发区' })).toBe('开发区 · 园联');
});

test('no value can end the JSON-LD element, and what is read back is what was said', () => {
  const hostile = fc.oneof(fc.string(), fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028'));
  fc.assert(
    fc.property(hostile, (value) => {
      const text = jsonLdText({ '@type': 'Thing', name: value });
      expect(text).not.toMatch(/[<>&\u2028]/);
      expect((JSON.parse(text) as { name: string }).name).toBe(value);
    }),
  );
});
