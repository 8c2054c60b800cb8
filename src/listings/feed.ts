import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import { languageTag, type Lang } from '#language/lang.ts';
import { boardWords } from '#language/words/board.ts';
import { listingWords as words } from '#language/words/listings.ts';
import { siteWords } from '#language/words/site.ts';
import { listingPath } from './board.ts';
import type { ShownCard } from './public.ts';

/** A board as a feed: `path` is the board's own address with its filters. */
export interface BoardFeed {
  readonly origin: string;
  readonly lang: Lang;
  readonly siteName: string;
  readonly title: string;
  readonly path: string;
  readonly selfPath: string;
  readonly cards: readonly ShownCard[];
}

function updatedAt({ cards }: BoardFeed): Date {
  return new Date(Math.max(0, ...cards.map((card) => card.updatedAt.getTime())));
}

/** Who put it up, as far as that is public. */
function authorOf({ lang }: BoardFeed, { organisation }: ShownCard): string {
  return organisation?.name[lang] ?? boardWords.anonymous[lang];
}

/** What it is and what it is about, for readers that sort by it. */
function categoriesOf({ lang }: BoardFeed, card: ShownCard) {
  const kind = { term: card.kind, scheme: 'urn:yuanlian:kind', label: words.kind[card.kind][lang] };
  const industries = card.industries.map(({ code, name }) => ({
    ...{ term: code, scheme: 'urn:yuanlian:industry', label: name[lang] },
  }));
  const label = siteWords.sample[lang];
  const sample = card.sample ? [{ term: 'sample', scheme: 'urn:yuanlian:sample', label }] : [];
  return [kind, ...industries, ...sample];
}

/** A board as an Atom feed; an entry's id is its own address. */
export function atomFeed(feed: BoardFeed): string {
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
    entries: feed.cards.map((card) => ({
      id: address(`/${feed.lang}${listingPath(card)}`),
      title: { value: card.title },
      links: [
        { href: address(`/${feed.lang}${listingPath(card)}`), rel: 'alternate', hreflang: languageTag[card.lang] },
      ],
      published: card.publishedAt,
      updated: card.updatedAt,
      authors: [{ name: authorOf(feed, card) }],
      summary: { value: card.summary || card.title },
      categories: categoriesOf(feed, card),
      xml: { lang: languageTag[card.lang] },
    })),
    xml: { lang: languageTag[feed.lang] },
  });
}

/** The same board as RSS 2.0. */
export function rssFeed(feed: BoardFeed): string {
  const address = (path: string) => `${feed.origin}${path}`;
  return generateRssFeed({
    title: `${feed.title} · ${feed.siteName}`,
    link: address(feed.path),
    description: feed.title,
    language: languageTag[feed.lang],
    lastBuildDate: updatedAt(feed),
    atom: { links: [{ href: address(feed.selfPath), rel: 'self', type: 'application/rss+xml' }] },
    items: feed.cards.map((card) => ({
      title: card.title,
      link: address(`/${feed.lang}${listingPath(card)}`),
      description: card.summary || card.title,
      guid: { value: address(`/${feed.lang}${listingPath(card)}`), isPermaLink: true },
      pubDate: card.publishedAt,
      dc: { creators: [authorOf(feed, card)] },
      categories: categoriesOf(feed, card).map(({ label, scheme }) => ({ name: label, domain: scheme })),
    })),
  });
}
