import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import { languageTag, type Lang } from '#language/lang.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { MadeHow } from '#publishing/freshness.ts';
import { articlePath } from './article.ts';

/** One article as a feed tells it. */
export interface FeedItem {
  readonly id: number;
  readonly lang: Lang;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly madeHow: MadeHow;
  readonly original: boolean;
}

/** A list as a feed: `path` is the list's own address with its filters. */
export interface FeedOf {
  readonly origin: string;
  readonly lang: Lang;
  readonly siteName: string;
  readonly title: string;
  readonly path: string;
  readonly selfPath: string;
  readonly items: readonly FeedItem[];
}

/** Every translation says how it was made; an original says nothing. */
function categories(item: FeedItem, lang: Lang) {
  return item.original
    ? []
    : [{ term: item.madeHow, scheme: 'urn:yuanlian:translation', label: words.madeHow[item.madeHow][lang] }];
}

function updatedAt(feed: FeedOf): Date {
  const latest = Math.max(0, ...feed.items.map((item) => item.updatedAt.getTime()));
  return new Date(latest);
}

/** A list as an Atom feed; an entry's id is its own address. */
export function atomFeed(feed: FeedOf): string {
  const address = (path: string) => `${feed.origin}${path}`;
  return generateAtomFeed({
    id: address(feed.selfPath),
    title: { value: `${feed.title} · ${feed.siteName}` },
    updated: updatedAt(feed),
    links: [
      { href: address(feed.selfPath), rel: 'self', type: 'application/atom+xml' },
      { href: address(feed.path), rel: 'alternate', type: 'text/html', hreflang: languageTag[feed.lang] },
    ],
    authors: [{ name: feed.siteName }],
    entries: feed.items.map((item) => ({
      id: address(`/${feed.lang}${articlePath(item.id)}`),
      title: { value: item.title },
      links: [
        { href: address(`/${feed.lang}${articlePath(item.id)}`), rel: 'alternate', hreflang: languageTag[item.lang] },
      ],
      published: item.publishedAt,
      updated: item.updatedAt,
      authors: [{ name: item.source || feed.siteName }],
      summary: { value: item.summary },
      categories: categories(item, feed.lang),
      xml: { lang: languageTag[item.lang] },
    })),
    xml: { lang: languageTag[feed.lang] },
  });
}

/** The same list as RSS 2.0, which many readers in use still ask for. */
export function rssFeed(feed: FeedOf): string {
  const address = (path: string) => `${feed.origin}${path}`;
  return generateRssFeed({
    title: `${feed.title} · ${feed.siteName}`,
    link: address(feed.path),
    description: feed.title,
    language: languageTag[feed.lang],
    lastBuildDate: updatedAt(feed),
    atom: { links: [{ href: address(feed.selfPath), rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: item.title,
      link: address(`/${feed.lang}${articlePath(item.id)}`),
      description: item.summary,
      guid: { value: address(`/${feed.lang}${articlePath(item.id)}`), isPermaLink: true },
      pubDate: item.publishedAt,
      dc: { creators: [item.source || feed.siteName] },
      categories: categories(item, feed.lang).map(({ label, scheme }) => ({ name: label, domain: scheme })),
    })),
  });
}
