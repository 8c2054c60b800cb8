import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atomFeed, rssFeed, type BoardFeed } from './feed.ts';
import type { ShownCard } from './public.ts';
import { structuredListing } from './structured.ts';

const card: ShownCard = {
  ...{ id: 7, side: 'need', kind: 'technology', reference: 'TR-20260911-035', state: 'published', isOpen: true },
  ...{ sample: true, lang: 'zh', languages: ['zh'], freshness: 'original', madeHow: 'human', isLimited: false },
  ...{ title: '防雾 <镀膜> & 更多', summary: '冬季路测起雾', deadline: '2027-01-31', closedAt: undefined },
  industries: [{ code: 'automotive', name: { zh: '汽车', en: 'Automotive' } }],
  publishedAt: new Date('2026-09-11T00:00:00Z'),
  updatedAt: new Date('2026-09-12T00:00:00Z'),
  expiresAt: new Date('2027-09-11T00:00:00Z'),
  ...{ organisation: undefined, zone: undefined, province: undefined, stage: undefined },
  ...{ budget: { budgetLow: null, budgetHigh: 500_000, isReward: false }, cooperation: [], targets: [] },
};
const named = { ...card, id: 8, organisation: { id: 3, name: { zh: '苏州光学', en: 'Suzhou Optics' } } };
const feed: BoardFeed = {
  ...{ origin: 'https://zone.example', lang: 'en', siteName: 'Yuanlian', title: 'Needs · Automotive' },
  ...{ path: '/en/needs?industry=automotive', selfPath: '/en/needs/feed.atom?industry=automotive' },
  cards: [card, named],
};

test('an Atom feed says what each is, whose it is as far as that is public, and in which language', () => {
  const read = parseAtomFeed(atomFeed(feed));
  expect(read).toMatchObject({ id: 'https://zone.example/en/needs/feed.atom?industry=automotive' });
  expect(read.entries).toMatchObject([
    {
      id: 'https://zone.example/en/needs/7',
      title: { value: '防雾 <镀膜> & 更多' },
      authors: [{ name: 'Anonymous' }],
      xml: { lang: 'zh-Hans' },
    },
    { id: 'https://zone.example/en/needs/8', authors: [{ name: 'Suzhou Optics' }] },
  ]);
  expect(read.entries?.[0]?.categories?.map(({ term }) => term)).toEqual(['technology', 'automotive', 'sample']);
});

test('an RSS feed says the same', () => {
  const read = parseRssFeed(rssFeed(feed));
  expect(read.items?.map(({ link }) => link)).toEqual([
    'https://zone.example/en/needs/7',
    'https://zone.example/en/needs/8',
  ]);
  expect(read.items?.[0]).toMatchObject({ title: '防雾 <镀膜> & 更多', dc: { creators: ['Anonymous'] } });
});

test('a machine reads a need as a Demand, of its organisation only where that is public', () => {
  const frame = { origin: 'https://zone.example', lang: 'zh' } as Parameters<typeof structuredListing>[0];
  const texts = { body: '', tried: '', conditions: '', advantage: '', proof: '', fields: '', keywords: [] };
  const rest = {
    disciplines: [],
    files: [],
    rights: undefined,
    chainPosition: undefined,
    decider: '',
    team: '',
    unit: undefined,
    targetOrganisations: [],
  };
  const anonymous = structuredListing(frame, { ...card, ...texts, ...rest });
  expect(anonymous).toMatchObject({
    '@type': 'Demand',
    priceSpecification: { maxPrice: 500_000, priceCurrency: 'CNY' },
  });
  expect(JSON.stringify(anonymous)).not.toContain('Organization');
  expect(structuredListing(frame, { ...named, ...texts, ...rest })).toMatchObject({
    ...{ '@type': 'Organization', name: '苏州光学' },
    seeks: { '@type': 'Demand', url: 'https://zone.example/zh/needs/8' },
  });
});
