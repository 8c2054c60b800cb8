import { isoOf } from '#language/dates.ts';
import { languageTag, langs, type Lang } from '#language/lang.ts';

/** Most addresses the protocol allows in one file, with room to spare. */
export const addressesInFile = 45_000;

/** One page as a sitemap tells it. */
export interface SitemapPage {
  /** Address without the language, such as `/zones/32101026`. */
  readonly path: string;
  /** Languages the page exists in. */
  readonly langs: readonly Lang[];
  readonly changedAt?: Date | undefined;
}

export interface NewsItem {
  readonly path: string;
  readonly lang: Lang;
  readonly title: string;
  readonly publishedAt: Date;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The list of sitemap files. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  const files = paths.map((path) => `<sitemap>${element('loc', origin + path)}</sitemap>`);
  return `${declaration}<sitemapindex xmlns="${namespace}">${files.join('')}</sitemapindex>`;
}

/** The pages of one language; each names all its language versions, itself included. */
export function sitemapFile(origin: string, lang: Lang, pages: readonly SitemapPage[]): string {
  const urls = pages.map((page) => {
    const versions = page.langs.map(
      (one) =>
        `<xhtml:link rel="alternate" hreflang="${languageTag[one]}" href="${escaped(address(origin, one, page))}"/>`,
    );
    const changed = page.changedAt ? element('lastmod', isoOf(page.changedAt)) : '';
    return `<url>${element('loc', address(origin, lang, page))}${changed}${versions.join('')}</url>`;
  });
  return `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`;
}

const newsLanguage: Readonly<Record<Lang, string>> = { zh: 'zh-cn', en: 'en' };

/** The newest articles in the form news search engines read. */
export function newsSitemap(origin: string, name: Readonly<Record<Lang, string>>, items: readonly NewsItem[]): string {
  const urls = items.map((item) => {
    const publication = element('news:name', name[item.lang]) + element('news:language', newsLanguage[item.lang]);
    return (
      `<url>${element('loc', address(origin, item.lang, item))}<news:news>` +
      `<news:publication>${publication}</news:publication>` +
      `${element('news:publication_date', isoOf(item.publishedAt))}${element('news:title', item.title)}</news:news></url>`
    );
  });
  const namespaces = `xmlns="${namespace}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`;
  return `${declaration}<urlset ${namespaces}>${urls.join('')}</urlset>`;
}

function address(origin: string, lang: Lang, page: { path: string }): string {
  return `${origin}/${lang}${page.path}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML: markup escaped, and what XML 1.0 cannot hold left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export const sitemapKinds = [
  'pages',
  'zones',
  'places',
  'articles',
  'organisations',
  'listings',
  'events',
  'plans',
] as const;
export type SitemapKind = (typeof sitemapKinds)[number];

export interface SitemapName {
  readonly lang: Lang;
  readonly kind: SitemapKind;
  /** Counted from one. */
  readonly part: number;
}

export function sitemapPath({ lang, kind, part }: SitemapName): string {
  return `/sitemaps/${lang}-${kind}-${part}.xml`;
}

/** Reads `zh-articles-2.xml`. */
export function parseSitemapName(name: string): SitemapName | undefined {
  const [, lang, kind, part] = /^([a-z]{2})-([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  const knownLang = langs.find((one) => one === lang);
  const knownKind = sitemapKinds.find((one) => one === kind);
  return knownLang && knownKind ? { lang: knownLang, kind: knownKind, part: Number(part) } : undefined;
}

/** The pages that every site has. */
export const standingPages: readonly SitemapPage[] = [
  ...['', '/zones', '/organisations', '/needs', '/offers', '/connections', '/news', '/events', '/plans'],
  ...['/contact', '/about', '/accessibility', '/site-map', '/api'],
].map((path) => ({ path, langs }));
