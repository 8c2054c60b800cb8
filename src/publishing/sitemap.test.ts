import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { newsSitemap, parseSitemapName, sitemapFile, sitemapIndex, sitemapPath } from './sitemap.ts';

const origin = 'https://zone.example';
const tree = (xml: string) => fromHtml(xml, { space: 'svg' });
const textsOf = (xml: string, name: string) =>
  selectAll(name, tree(xml)).map((node) =>
    node.children.map((child) => ('value' in child ? child.value : '')).join(''),
  );

test('the index names every file by its full address', () => {
  const xml = sitemapIndex(origin, ['/sitemaps/zh-zones-1.xml', '/sitemaps/en-zones-1.xml']);
  expect(textsOf(xml, 'loc')).toEqual([`${origin}/sitemaps/zh-zones-1.xml`, `${origin}/sitemaps/en-zones-1.xml`]);
});

test('a page names its versions, itself included, and when it changed', () => {
  const page = { path: '/zones/32101026', langs: ['zh', 'en'] as const, changedAt: new Date('2024-02-01T01:30:00Z') };
  const xml = sitemapFile(origin, 'zh', [page]);
  expect(xml).toContain('<loc>https://zone.example/zh/zones/32101026</loc>');
  expect(xml).toContain('hreflang="zh-Hans" href="https://zone.example/zh/zones/32101026"');
  expect(xml).toContain('hreflang="en" href="https://zone.example/en/zones/32101026"');
  expect(xml).toContain('<lastmod>2024-02-01T09:30:00+08:00</lastmod>');
});

test('a news item carries name, language, time and title', () => {
  const item = {
    path: '/news/7',
    lang: 'zh',
    title: '签约 <3> & 开工',
    publishedAt: new Date('2024-02-01T01:30:00Z'),
  } as const;
  const xml = newsSitemap(origin, { zh: '园联', en: 'Yuanlian' }, [item]);
  expect(xml).toContain('<news:title>签约 &lt;3&gt; &amp; 开工</news:title>');
  expect(xml).toContain('<news:language>zh-cn</news:language>');
  expect(newsSitemap(origin, { zh: '园联', en: 'Yuanlian' }, [])).toContain('</urlset>');
});

test('no title of any characters breaks the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const item = { path: '/news/7', lang: 'zh', title, publishedAt: new Date(0) } as const;
      const xml = newsSitemap(origin, { zh: 'a', en: 'b' }, [item]);
      expect(xml.match(/<news:title>/g)).toHaveLength(1);
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }),
  );
});

describe('the name of a file', () => {
  test('is read back as it was written', () => {
    const name = { lang: 'en', kind: 'articles', part: 12 } as const;
    expect(parseSitemapName(sitemapPath(name).replace('/sitemaps/', ''))).toEqual(name);
  });
  test.each(['de-zones-1.xml', 'zh-drafts-1.xml', 'zh-zones-0.xml', 'zh-zones-1.xml.gz', ''])('%s is none', (name) => {
    expect(parseSitemapName(name)).toBeUndefined();
  });
});
