import { minuteOf, isoOf } from '#language/dates.ts';
import { langs, languageTag, type Lang } from '#language/lang.ts';
import { absolute, pathIn, siteText, type Frame } from './frame.ts';

/** What a page says of itself to machines. Only `title` is required. */
export interface Head {
  /** The page's own title; the name of the site is added to it. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Parameters that make this a page of its own (filters, page key). All others stay out of the canonical address. */
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  /** Languages this page exists in; both when left out. */
  readonly langs?: readonly Lang[] | undefined;
  /** The list this page is, or belongs to. */
  readonly column?: ColumnHead | undefined;
  readonly article?: ArticleHead | undefined;
  /** Address of a picture, absolute or a path on this site. */
  readonly image?: string | undefined;
  readonly feeds?: readonly FeedLink[] | undefined;
  /** Neighbouring pages of a paged list: paths with their query. */
  readonly prev?: string | undefined;
  readonly next?: string | undefined;
  readonly noindex?: boolean | undefined;
  /** JSON-LD objects, without `@context`. */
  readonly structured?: readonly object[] | undefined;
}

export interface ColumnHead {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** One of the official column types, in Chinese in every language: machines compare it. */
  readonly type: string;
}

export interface ArticleHead {
  readonly publishedAt: Date;
  readonly updatedAt?: Date | undefined;
  readonly source: string;
  readonly author?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** Set where this page is a translation: how it was made, and the language it was made from. */
  readonly translation?: { readonly madeHow: string; readonly from: Lang } | undefined;
}

export interface FeedLink {
  readonly title: string;
  readonly path: string;
  readonly type: 'application/atom+xml' | 'application/rss+xml';
}

export interface MetaTag {
  readonly attribute: 'name' | 'property';
  readonly key: string;
  readonly content: string;
}

export interface LinkTag {
  readonly rel: string;
  readonly href: string;
  readonly hreflang?: string;
  readonly type?: string;
  readonly title?: string;
}

const openGraphLocale: Readonly<Record<Lang, string>> = { zh: 'zh_CN', en: 'en_GB' };

export function pageTitle(frame: Frame, head: Head): string {
  const name = siteText(frame.site.name, frame.lang);
  return head.title === name ? `${name} · ${siteText(frame.site.slogan, frame.lang)}` : `${head.title} · ${name}`;
}

/** The one address of this page, in the given language. */
export function canonicalAddress(frame: Frame, head: Head, lang: Lang = frame.lang): string {
  const address = absolute(frame, pathIn(lang, frame.path));
  const given = Object.entries(head.query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

/** Every `<meta>` of the page, none of them empty, none of them twice. */
export function metaTags(frame: Frame, head: Head): MetaTag[] {
  const tags = [...searchTags(head), ...officialTags(frame, head), ...sharingTags(frame, head)];
  return tags.filter((tag) => tag.content !== '');
}

function named(pairs: Readonly<Record<string, string | undefined>>): MetaTag[] {
  return Object.entries(pairs).map(([key, content]) => ({ attribute: 'name', key, content: (content ?? '').trim() }));
}

function searchTags(head: Head): MetaTag[] {
  return named({
    // An article's abstract is the official `Description`: names are compared without case, and each is given once.
    [head.article ? 'Description' : 'description']: head.description,
    robots: head.noindex ? 'noindex' : undefined,
  });
}

/** The tags of the 2017 guideline for government websites; machines read them from the raw page. */
function officialTags({ site, origin, lang, ...frame }: Frame, head: Head): MetaTag[] {
  return [
    ...named({
      SiteName: siteText(site.name, lang),
      SiteDomain: new URL(origin).hostname,
      SiteIDCode: site.siteCode,
    }),
    ...(head.column ? columnTags(head.column) : []),
    ...(head.article ? articleTags({ site, origin, lang, ...frame }, head, head.article) : []),
  ];
}

function columnTags(column: ColumnHead): MetaTag[] {
  return named({
    ColumnName: column.name,
    ColumnDescription: column.description,
    ColumnKeywords: column.keywords.join(','),
    ColumnType: column.type,
  });
}

function articleTags(frame: Frame, head: Head, article: ArticleHead): MetaTag[] {
  return named({
    ArticleTitle: head.title,
    PubDate: minuteOf(article.publishedAt),
    ContentSource: article.source,
    Keywords: article.keywords?.join(','),
    Author: article.author,
    translation: article.translation?.madeHow,
    Image: imageAddress(frame, head),
    Url: canonicalAddress(frame, head),
  });
}

function imageAddress(frame: Frame, head: Head): string {
  if (head.image === undefined) return '';
  return head.image.startsWith('/') ? absolute(frame, head.image) : head.image;
}

function sharingTags(frame: Frame, head: Head): MetaTag[] {
  const image = imageAddress(frame, head);
  const properties = {
    'og:type': head.article ? 'article' : 'website',
    'og:site_name': siteText(frame.site.name, frame.lang),
    'og:title': head.title,
    'og:description': head.description,
    'og:url': canonicalAddress(frame, head),
    'og:locale': openGraphLocale[frame.lang],
    'og:image': image || absolute(frame, '/share.png'),
    ...(head.article && articleProperties(head.article, head.column)),
  };
  const openGraph = named(properties).map((tag) => ({ ...tag, attribute: 'property' as const }));
  return [...openGraph, ...named({ 'twitter:card': image ? 'summary_large_image' : 'summary' })];
}

function articleProperties(article: ArticleHead, column: ColumnHead | undefined) {
  return {
    'article:published_time': isoOf(article.publishedAt),
    'article:modified_time': article.updatedAt && isoOf(article.updatedAt),
    'article:section': column?.name,
  };
}

/** Canonical, language alternates (itself included), neighbours and feeds; nothing for a page that is not to be found. */
export function linkTags(frame: Frame, head: Head): LinkTag[] {
  if (head.noindex) return [];
  return [
    { rel: 'canonical', href: canonicalAddress(frame, head, ownLanguage(frame, head)) },
    ...alternates(frame, head),
    ...neighbours(frame, head),
    ...(head.feeds ?? []).map((feed) => ({ ...feed, rel: 'alternate', href: absolute(frame, feed.path) })),
  ];
}

/** A page shown in another language for want of its own is that other page. */
function ownLanguage({ lang }: Frame, { langs: existing }: Head): Lang {
  return existing === undefined || existing.includes(lang) ? lang : (existing[0] ?? lang);
}

function alternates(frame: Frame, head: Head): LinkTag[] {
  const existing = head.langs ?? langs;
  // A reader whose language we do not have gets English where there is one.
  const fallback = existing.includes('en') ? 'en' : existing[0];
  const versions = existing.map((lang) => [languageTag[lang], lang] as const);
  const all = fallback ? [...versions, ['x-default', fallback] as const] : versions;
  return all.map(([hreflang, lang]) => ({ rel: 'alternate', hreflang, href: canonicalAddress(frame, head, lang) }));
}

function neighbours(frame: Frame, head: Head): LinkTag[] {
  const pairs = [
    ['prev', head.prev],
    ['next', head.next],
  ] as const;
  return pairs.flatMap(([rel, path]) => (path ? [{ rel, href: absolute(frame, path) }] : []));
}

/**
 * JSON-LD as the text of a script element. `<`, `>` and `&` are written as escapes, so that no value can end the
 * element or open a comment, and the template's own escaping finds nothing to change.
 */
export function jsonLdText(object: object): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...object }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
