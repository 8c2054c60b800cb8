import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atomFeed, rssFeed, type FeedOf } from './feed.ts';

const at = new Date('2024-02-01T01:00:00Z');
const feed: FeedOf = {
  origin: 'https://zone.example',
  lang: 'en',
  siteName: 'Yuanlian',
  title: 'Zone news <all> & more',
  path: '/en/news?city=320500',
  selfPath: '/en/news/feed.atom?city=320500',
  items: [
    {
      id: 7,
      lang: 'en',
      title: 'A & B <sign> "deal"',
      summary: 'Short.',
      source: 'Suzhou',
      publishedAt: at,
      updatedAt: at,
      madeHow: 'machine_reviewed',
      original: false,
    },
  ],
};

test('an Atom feed says where it is from, in which language, and how a translation was made', () => {
  const xml = atomFeed(feed);
  const read = parseAtomFeed(xml);
  expect(read.links).toContainEqual(expect.objectContaining({ rel: 'self', href: `${feed.origin}${feed.selfPath}` }));
  expect(read.entries?.[0]).toMatchObject({
    id: 'https://zone.example/en/news/7',
    published: '2024-02-01T01:00:00.000Z',
    categories: [{ term: 'machine_reviewed' }],
  });
  expect(read.entries?.[0]?.title?.value).toBe('A & B <sign> "deal"');
  expect(xml).toContain('xml:lang="en"');
});

test('an RSS feed tells the same articles', () => {
  const read = parseRssFeed(rssFeed(feed));
  expect(read.items).toHaveLength(1);
  expect(read.items?.[0]).toMatchObject({ title: 'A & B <sign> "deal"', link: 'https://zone.example/en/news/7' });
});
