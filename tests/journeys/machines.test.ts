import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from '../support/text.ts';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { existingPages, sampleArticle } from './pages.ts';

const site = inject('site');
const pages = await existingPages();
const article = await sampleArticle();

async function treeOf(address: string) {
  const response = await fetch(site + address);
  return fromHtml(await response.text());
}

async function attributes(address: string, selector: string, name: string): Promise<string[]> {
  return selectAll(selector, await treeOf(address)).map((node) => String(node.properties[name]));
}

async function metaOf(address: string): Promise<[name: string, content: string][]> {
  const nodes = selectAll('meta[name], meta[property]', await treeOf(address));
  return nodes.map(({ properties }) => [
    String(properties['name'] ?? properties['property']),
    String(properties['content'] ?? ''),
  ]);
}

describe('the head of every page', () => {
  test.each(pages)(
    '%s (%s) has one title, one description and each tag once, none empty',
    async (_name, _lang, address) => {
      const tags = await metaOf(address);
      const names = tags.map(([name]) => name.toLowerCase());
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
      expect(tags.filter(([, content]) => content.trim() === '')).toEqual([]);
      expect(names).toEqual(
        expect.arrayContaining(['sitename', 'sitedomain', 'siteidcode', 'description', 'og:title']),
      );
      expect(selectAll('head > title', await treeOf(address))).toHaveLength(1);
    },
  );

  test.each(pages)('%s (%s) is named by its versions as it names them', async (_name, _lang, address) => {
    const tree = await treeOf(address);
    // Results of a search are no pages to keep: they name no address as theirs.
    if (selectAll('meta[name=robots][content=noindex]', tree).length > 0) return;
    const alternates = selectAll('link[hreflang]', tree).map(({ properties }) => String(properties['href']));
    const canonical = String(selectAll('link[rel=canonical]', tree)[0]?.properties['href']);
    expect(alternates).toContain(canonical);
    for (const other of new Set(alternates)) {
      const theirs = await attributes(new URL(other).pathname + new URL(other).search, 'link[hreflang]', 'href');
      expect(theirs, other).toEqual(alternates);
    }
  });

  test.each(pages)('%s (%s) describes itself in JSON-LD that parses', async (_name, _lang, address) => {
    const objects = await jsonLd(address);
    expect(objects.every((object) => object['@context'] === 'https://schema.org' && object['@type'])).toBe(true);
  });

  test('an article carries the official tags and a NewsArticle with what search engines require', async () => {
    const names = (await metaOf(`/zh${article}`)).map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['ArticleTitle', 'PubDate', 'ContentSource', 'ColumnName', 'ColumnType', 'Url']),
    );
    const objects = await jsonLd(`/zh${article}`);
    expect(objects.find((object) => object['@type'] === 'NewsArticle')).toMatchObject({
      headline: expect.any(String),
      image: [expect.stringMatching(/^http/)],
      datePublished: expect.stringMatching(/\+08:00$/),
      dateModified: expect.stringMatching(/\+08:00$/),
      author: { name: expect.any(String) },
      publisher: { name: expect.any(String) },
    });
    const crumbs = objects.find((object) => object['@type'] === 'BreadcrumbList') as { itemListElement: object[] };
    expect(crumbs.itemListElement.length).toBeGreaterThan(2);
  });

  test('pictures that pages name for sharing exist', async () => {
    const [picture = ''] = await attributes('/zh', 'meta[property="og:image"]', 'content');
    const response = await fetch(picture);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});

async function jsonLd(address: string): Promise<Record<string, unknown>[]> {
  const scripts = selectAll('script[type="application/ld+json"]', await treeOf(address));
  return scripts.map((script) => JSON.parse(toText(script)) as Record<string, unknown>);
}

describe('feeds', () => {
  test.each(['/zh/news/feed', '/en/news/feed'])('%s can be read by any reader, in both forms', async (path) => {
    const atom = parseAtomFeed(await (await fetch(`${site}${path}.atom`)).text());
    const rss = parseRssFeed(await (await fetch(`${site}${path}.rss`)).text());
    expect(atom.entries?.length).toBeGreaterThan(0);
    expect(rss.items?.length).toBe(atom.entries?.length);
  });
});

describe('sitemaps', () => {
  async function addresses(path: string): Promise<string[]> {
    const response = await fetch(site + path);
    expect([path, response.status]).toEqual([path, 200]);
    return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
  }

  test('together hold exactly the published articles and every zone, each once', async () => {
    const files = await addresses('/sitemap.xml');
    const all = (await Promise.all(files.map((file) => addresses(new URL(file).pathname)))).flat();
    expect(new Set(all).size).toBe(all.length);
    const articles = all.filter((address) => /\/zh\/news\/\d+$/.test(address));
    expect(articles.sort()).toEqual((await everyArticle('zh')).sort());
    const zones = all.filter((address) => /\/zh\/zones\/\d+$/.test(address));
    expect(zones.length).toBeGreaterThan(2600);
  });

  test('name pages that are there', async () => {
    const files = await addresses('/sitemap.xml');
    const some = (await Promise.all(files.map((file) => addresses(new URL(file).pathname)))).flatMap((list) => [
      ...list.slice(0, 3),
      ...list.slice(-2),
    ]);
    for (const address of some) expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });

  test('for news hold nothing older than two days', async () => {
    const text = await (await fetch(`${site}/news-sitemap.xml`)).text();
    const times = [...text.matchAll(/<news:publication_date>([^<]+)</g)].map((match) => Date.parse(match[1] ?? ''));
    expect(times.every((time) => time > Date.now() - 2 * 86_400_000 - 60_000)).toBe(true);
  });
});

/** Addresses of all articles with an edition in that language, read page by page through the API. */
async function everyArticle(lang: string): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = `${site}/api/v1/articles?lang=${lang}&limit=5`;
  while (next !== null) {
    const page = (await (await fetch(next)).json()) as {
      data: { url: string; language: string }[];
      next: string | null;
    };
    found.push(...page.data.filter((card) => card.language === lang).map((card) => card.url));
    next = page.next;
  }
  return found;
}

describe('what every answer carries', () => {
  const kinds = [
    '/zh',
    '/zh/no-such-page',
    '/',
    '/robots.txt',
    '/icon.svg',
    '/api/v1/columns',
    '/api/v1/nothing',
    '/zh/news/feed.atom',
  ];
  test.each(kinds)('%s has the security headers, whatever its status', async (path) => {
    const { headers } = await fetch(site + path, { redirect: 'manual' });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*style-src 'self'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('a foreign host name is in no link of the page', async () => {
    const response = await fetch(`${site}/zh/about`, { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(await response.text()).not.toContain('evil.example');
  });
});

test('robots.txt and security.txt name where to look and whom to tell', async () => {
  const robots = await (await fetch(`${site}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`);
  const security = await fetch(`${site}/.well-known/security.txt`);
  expect(security.headers.get('content-type')).toMatch(/^text\/plain/);
  const expires = /Expires: (.*)/.exec(await security.text())?.[1] ?? '';
  expect(Date.parse(expires)).toBeGreaterThan(Date.now());
});
