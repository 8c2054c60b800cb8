import { attribute, textOfRaw, type Element, type PageTree } from './tree.ts';
import { oneLine } from './words.ts';

/** What a page says about itself for machines. Names are in lower case; the first value that is not empty counts. */
export interface Meta {
  readonly tags: ReadonlyMap<string, string>;
  /** Names that were also given with no value: an article without keywords on a site that has some. */
  readonly blank: ReadonlySet<string>;
  readonly linked: LinkedData;
}

/** The parts of JSON-LD that describe an article. */
export interface LinkedData {
  readonly title: string;
  readonly time: string;
  readonly source: string;
  readonly author: string;
  readonly address: string;
  readonly keywords: string;
  readonly summary: string;
  readonly breadcrumb: readonly string[];
}

type Wanted = 'title' | 'time' | 'source' | 'author' | 'column' | 'keywords' | 'summary' | 'address' | 'site';

/** The annex 《网页设计规范》 of the guide to government websites, and the spellings seen in its place. */
export const officialTags: Readonly<Partial<Record<Wanted, readonly string[]>>> = {
  title: ['articletitle'],
  time: ['pubdate'],
  source: ['contentsource'],
  author: ['author'],
  column: ['columnname'],
  keywords: ['keywords'],
  summary: ['description'],
  address: ['url'],
  site: ['sitename'],
};

export const commonTags: Readonly<Partial<Record<Wanted, readonly string[]>>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title'],
  time: [
    'weibo: article:create_at',
    'article:published_time',
    'og:published_time',
    'og:release_date',
    'datepublished',
    'publishdate',
    'publish_time',
    'publish-date',
    'pub_date',
    'firstpublishedtime',
    'dc.date',
    'dcterms.created',
    'dc.date.issued',
    'release_date',
    'date',
  ],
  source: ['mediaid', 'contentsource', 'article:source', 'source', 'dc.source', 'dc.publisher'],
  author: ['article:author', 'author', 'dc.creator'],
  column: ['article:section', 'columnname'],
  keywords: ['news_keywords', 'keywords'],
  summary: ['og:description', 'description'],
  address: ['og:url'],
  site: ['sitename', 'og:site_name', 'application-name'],
};

export function readMeta(page: PageTree): Meta {
  const tags = new Map<string, string>();
  const blank = new Set<string>();
  for (const element of page.byTag.get('meta') ?? []) {
    const name = nameOfTag(element);
    const value = oneLine(attribute(element, 'content'));
    if (name && !value) blank.add(name);
    if (name && value && !tags.has(name)) tags.set(name, value);
  }
  return { tags, blank, linked: readLinkedData(page) };
}

function nameOfTag(element: Element): string {
  const names = ['name', 'property', 'itemprop'].map((one) => attribute(element, one).trim().toLowerCase());
  return names.find((name) => name !== '') ?? '';
}

export function valueOf(meta: Meta, names: readonly string[] | undefined): string {
  for (const name of names ?? []) {
    const value = meta.tags.get(name);
    if (value) return value;
  }
  return '';
}

type Json = Readonly<Record<string, unknown>>;

function readLinkedData(page: PageTree): LinkedData {
  const scripts = (page.byTag.get('script') ?? []).filter(
    (one) => attribute(one, 'type').toLowerCase() === 'application/ld+json',
  );
  const things = scripts.flatMap((one) => thingsIn(parsed(textOfRaw(one)), 0));
  const article = things.find((one) => /article|posting|report/i.test(wordOf(one['@type'])) || 'pubDate' in one) ?? {};
  const crumbs = things.find((one) => /breadcrumblist/i.test(wordOf(one['@type'])));
  const firstOf = (...names: string[]) => names.map((name) => wordOf(article[name])).find((word) => word !== '') ?? '';
  const keywords = article['keywords'];
  return {
    title: firstOf('headline', 'title', 'name'),
    time: firstOf('datePublished', 'pubDate'),
    source: firstOf('publisher'),
    author: firstOf('author'),
    address: firstOf('url', 'mainEntityOfPage', '@id'),
    keywords: Array.isArray(keywords) ? keywords.map(wordOf).join(',') : wordOf(keywords),
    summary: firstOf('description'),
    breadcrumb: listOf(crumbs?.['itemListElement']).map((item) => wordOf(item['name']) || wordOf(item['item'])),
  };
}

function parsed(text: string): unknown {
  try {
    // Sites put raw line breaks inside strings; JSON does not allow them, and no value here needs them.
    return JSON.parse(text.replace(/[\r\n\t]+/g, ' '));
  } catch {
    // A page's own mistake in its machine-readable part: the rest of the page still speaks.
    return undefined;
  }
}

/** Every object of the document, also those in `@graph`, a few levels deep. */
function thingsIn(value: unknown, depth: number): Json[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => thingsIn(one, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...thingsIn(value['@graph'], depth + 1)];
}

function isThing(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isThing) : [];
}

/** The text of a value that may be a string, an object with a name, or a list of either. */
function wordOf(value: unknown): string {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return wordOf(value[0]);
  return isThing(value) ? wordOf(value['name'] ?? value['@id'] ?? '') : '';
}
