import { parseFeed } from 'feedsmith';
import { mostEntries, type Entries, type Entry } from '../entry.ts';
import { oneLine, shorten } from './words.ts';

/** A declaration of entities is how a few lines become gigabytes; no feed needs one. */
const declaration = /<!(?:DOCTYPE|ENTITY)/i;

/** The entries of an RSS or Atom feed, as far as they point to a page. */
export function entriesOfFeed(text: string, address: string): Entries {
  if (declaration.test(text)) return { ok: false, refusal: 'doctype' };
  const read = parsed(text);
  if (!read) return { ok: false, refusal: 'brokenFeed' };
  const entries = read.items.flatMap((item) => entryFrom(item, address) ?? []);
  const unique = [...new Map(entries.toReversed().map((entry) => [entry.address, entry])).values()].reverse();
  return { ok: true, kind: 'feed', name: shorten(oneLine(read.title ?? ''), 200), entries: unique };
}

interface Item {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly changed: unknown;
}

interface Titled {
  readonly title: string | undefined;
  readonly items: readonly Item[];
}

function parsed(text: string): Titled | undefined {
  try {
    return itemsOf(parseFeed(text, { maxItems: mostEntries }));
  } catch {
    // Whatever the parser does not like about it, the answer is the same: it is no feed.
    return undefined;
  }
}

type Read<Format> = Extract<ReturnType<typeof parseFeed>, { format: Format }>['feed'];

function itemsOf(read: ReturnType<typeof parseFeed>): Titled | undefined {
  switch (read.format) {
    case 'rss':
      return { title: read.feed.title, items: (read.feed.items ?? []).map(rssItem) };
    case 'rdf':
      return { title: read.feed.title, items: (read.feed.items ?? []).map(rdfItem) };
    case 'atom':
      return { title: read.feed.title?.value, items: (read.feed.entries ?? []).map(atomItem) };
    default:
      return undefined;
  }
}

type Of<List> = NonNullable<List> extends readonly (infer One)[] ? One : never;

/** A guid is an address unless it says that it is none. */
function rssItem({ title, link, guid, pubDate }: Of<Read<'rss'>['items']>): Item {
  return { title, link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value), changed: pubDate };
}

function rdfItem({ title, link, dc }: Of<Read<'rdf'>['items']>): Item {
  return { title, link, changed: dc?.dates?.[0] };
}

function atomItem({ title, links, updated }: Of<Read<'atom'>['entries']>): Item {
  const page = links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0];
  return { title: title?.value, link: page?.href, changed: updated };
}

function entryFrom({ title, link, changed }: Item, base: string): Entry | undefined {
  const url = link === undefined ? null : URL.parse(link.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.href.length > 2000) return undefined;
  url.hash = '';
  return {
    address: url.href,
    title: shorten(oneLine(title ?? ''), 300),
    changed: shorten(typeof changed === 'string' ? changed : '', 40),
  };
}
