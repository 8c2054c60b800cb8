import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { addListing, addOrganisation, someIndustries } from '../../tests/support/board.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { facetKeys, parseBoardQuery, type BoardFilter, type BoardQuery, type FacetKey, type Sort } from './board.ts';
import { cooperations, needKinds, stages, type Side } from './listing.ts';
import type { ShownCard } from './public.ts';
import { countBoard, listBoard, questionOf } from './read-board.server.ts';
import { shownCards } from './read-cards.server.ts';
import { listingChanged } from './write-public.server.ts';

const now = new Date('2026-11-23T04:00:00Z');
const codes = ['semiconductors', 'automotive', 'biomedicine'];

/** Listings of every sort: each number decides one thing, so that a few dozen hold most combinations. */
const drawn = fc.record({
  kind: fc.constantFrom(...needKinds),
  zone: fc.constantFrom('here', 'there'),
  state: fc.constantFrom('published', 'published', 'published', 'closed', 'expired', 'draft'),
  secrecy: fc.constantFrom('open', 'open', 'limited', 'confidential'),
  isAnonymous: fc.boolean(),
  isOpen: fc.boolean(),
  isKnown: fc.boolean(),
  hasEnglish: fc.boolean(),
  industries: fc.subarray(codes),
  cooperation: fc.subarray([...cooperations]),
  deadline: fc.constantFrom(null, '2026-11-01', '2026-11-23', '2026-12-23', '2027-02-21', '2027-11-23', '2030-01-01'),
  stage: fc.constantFrom(null, ...stages),
  budgetHigh: fc.constantFrom(null, 1000, 500_000.5, 2_000_000),
  minute: fc.integer({ min: 0, max: 5 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

async function put(tx: Tx, side: Side, all: readonly Drawn[]): Promise<number[]> {
  const zones = await twoZones(tx);
  await someIndustries(tx);
  const known = await addOrganisation(tx, zones.here, { nameZh: '公开组织' });
  const unknown = await addOrganisation(tx, zones.here, { nameZh: '不公开组织', isPublic: false });
  const ids: number[] = [];
  for (const { zone, isKnown, hasEnglish, minute, deadline, stage, ...one } of all) {
    const publishedAt = one.state === 'draft' ? null : new Date(now.getTime() - minute * 60_000);
    const own = side === 'need' ? { deadline } : { stage };
    const whose = { side, organisationId: isKnown ? known : unknown, zoneCode: zones[zone as 'here'] };
    const english = hasEnglish ? { en: { title: 'Welding' } } : {};
    ids.push(
      await addListing(tx, { ...one, ...own, ...whose, publishedAt } as never, { zh: { title: '焊接' }, ...english }),
    );
  }
  return ids;
}

/** What a filter means, said of what the public reads. */
function band(deadline: string | undefined): string {
  if (deadline === undefined) return 'none';
  const days = (Date.parse(deadline) - Date.parse(dateOf(now))) / 86_400_000;
  if (days < 0) return 'passed';
  return ['30', '90', '365'].find((most) => days <= Number(most)) ?? 'later';
}

const valuesOf: Readonly<Record<FacetKey, (card: ShownCard) => readonly (string | undefined)[]>> = {
  kind: (card) => [card.kind],
  industry: (card) => card.industries.map(({ code }) => code),
  province: (card) => [card.province?.code],
  zone: (card) => [card.zone?.code],
  deadline: (card) => [band(card.deadline)],
  stage: (card) => [card.stage],
  cooperation: (card) => card.cooperation,
  interest: (card) => [card.state !== 'published' ? 'over' : card.isOpen ? 'open' : 'shut'],
  language: (card) => card.languages,
};

function fits(card: ShownCard, filter: BoardFilter, without?: FacetKey): boolean {
  const asked = Object.entries(filter).filter(([key]) => key !== without && key !== 'q');
  const isCurrent = card.state === 'published' || filter.interest !== undefined || without === 'interest';
  return isCurrent && asked.every(([key, value]) => valuesOf[key as FacetKey](card).includes(value));
}

function counted(cards: readonly ShownCard[], side: Side, filter: BoardFilter): Map<string, number> {
  const counts = new Map<string, number>();
  const hits = facetKeys[side].flatMap((key) =>
    cards.filter((one) => fits(one, filter, key)).flatMap((card) => valuesOf[key](card).map((value) => [key, value])),
  );
  for (const [key, value] of hits) {
    if (value !== undefined) counts.set(`${key} ${value}`, (counts.get(`${key} ${value}`) ?? 0) + 1);
  }
  return counts.set('total total', cards.filter((card) => fits(card, filter)).length);
}

/** Every page of a board, one after the other. */
async function wholeBoard(tx: Tx, query: BoardQuery): Promise<number[]> {
  const ids: number[] = [];
  for (let after: BoardQuery['after'], more = true; more;) {
    const page = await listBoard(tx, 'zh', { ...query, after, now, limit: 3 });
    ids.push(...page.cards.map(({ id }) => id));
    const next = parseBoardQuery(query.side, new URLSearchParams({ after: page.after ?? '' }));
    after = next.ok ? next.value.after : undefined;
    more = after !== undefined;
  }
  return ids;
}

const filters = fc.record(
  {
    kind: fc.constantFrom(...needKinds),
    industry: fc.constantFrom(...codes),
    zone: fc.constantFrom('32101026', '34101001'),
    province: fc.constantFrom('320000', '340000'),
    cooperation: fc.constantFrom(...cooperations),
    interest: fc.constantFrom('open', 'shut', 'over'),
    language: fc.constantFrom('zh', 'en'),
  },
  { requiredKeys: [] },
);

describe.each(['need', 'offer'] as const)('the board of %ss', (side) => {
  test('counts and lists exactly what its cards say, whatever is chosen, and shows each once over all pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn, { minLength: 5, maxLength: 25 }),
        filters,
        fc.constantFrom<Sort>('newest', 'ending', 'budget'),
        (all, filter, sort) =>
          inRollback(async (tx) => {
            const ids = await put(tx, side, all);
            await sayWhoAsks(tx, visitor);
            const cards = await shownCards(tx, 'zh', ids);
            const query = { side, filter: filter as BoardFilter, sort };
            const rows = await countBoard(tx, questionOf({ ...query, now }));
            const counts = new Map(rows.map(({ facet, value, count }) => [`${facet} ${value}`, count] as const));
            expect(new Map([...counts].sort())).toEqual(new Map([...counted(cards, side, query.filter)].sort()));
            const listed = await wholeBoard(tx, query);
            const wanted = cards.filter((card) => fits(card, query.filter)).map(({ id }) => id);
            expect([...listed].sort()).toEqual([...wanted].sort());
          }),
      ),
      { numRuns: 25 },
    );
  });
});

const example: Drawn = {
  ...{ kind: 'technology', zone: 'here', state: 'published', secrecy: 'open', isAnonymous: false, isOpen: true },
  ...{
    isKnown: true,
    hasEnglish: false,
    industries: [],
    cooperation: [],
    deadline: null,
    stage: null,
    budgetHigh: null,
    minute: 0,
  },
};

describe('the order of a board', () => {
  const ordered = (sort: Sort, all: readonly Partial<Drawn>[], expected: readonly number[]) =>
    inRollback(async (tx) => {
      const ids = await put(
        tx,
        'need',
        all.map((one) => ({ ...example, ...one })),
      );
      const listed = await wholeBoard(tx, { side: 'need', filter: {}, sort });
      expect(listed.map((id) => ids.indexOf(id))).toEqual(expected);
    });

  test('newest first', () =>
    ordered('newest', [{ minute: 2 }, { minute: 0 }, { minute: 1 }, { minute: 1 }], [1, 3, 2, 0]));
  test('what ends soonest first; a day that has passed comes last', () =>
    ordered(
      'ending',
      [{ deadline: '2030-01-01' }, { deadline: '2026-11-01' }, { deadline: '2026-12-23' }, {}],
      [2, 3, 0, 1],
    ));
  test('the largest amount first; what a limited one may spend tells nothing', () =>
    ordered(
      'budget',
      [{ budgetHigh: 1000 }, { budgetHigh: 2_000_000, secrecy: 'limited' }, { budgetHigh: 500_000.5 }],
      [2, 0, 1],
    ));
});

describe('looking for words', () => {
  async function found(tx: Tx, q: string): Promise<string[]> {
    const page = await listBoard(tx, 'zh', { side: 'need', filter: { q }, sort: 'newest', now });
    return page.cards.map(({ title }) => title);
  }
  async function three(tx: Tx) {
    const { here } = await twoZones(tx);
    const organisationId = await addOrganisation(tx, here, { nameZh: '苏州汇川技术有限公司', nameEn: 'Inovance' });
    const whose = { side: 'need', organisationId, zoneCode: here } as const;
    const zh = { title: '伺服电机轴承的激光焊接', summary: '焊缝气孔率过高', body: '现有工艺良率只有百分之八十' };
    const first = await addListing(
      tx,
      { ...whose, reference: 'TR-20260911-035' },
      { zh, en: { title: 'Laser welding of bearings' } },
    );
    const second = await addListing(tx, { ...whose, isAnonymous: true }, { zh: { title: '动力电池热失控预警' } });
    const third = await addListing(
      tx,
      { ...whose, secrecy: 'limited' },
      { zh: { title: '芯片封装材料', body: '需要低介电常数材料' } },
    );
    for (const id of [first, second, third]) await listingChanged(tx, id);
  }
  test.each([
    ['激光焊接', ['伺服电机轴承的激光焊接']],
    ['气孔率', ['伺服电机轴承的激光焊接']],
    ['laser welding', ['伺服电机轴承的激光焊接']],
    ['TR-20260911-035', ['伺服电机轴承的激光焊接']],
    ['tr-20260911-035', ['伺服电机轴承的激光焊接']],
    ['电池 预警', ['动力电池热失控预警']],
    ['电池 焊接', []],
    ['封装', ['芯片封装材料']],
    // The name of an organisation finds what is shown with it, and what is said in confidence finds nothing.
    ['汇川', ['伺服电机轴承的激光焊接']],
    ['汇川 焊接', ['伺服电机轴承的激光焊接']],
    ['Inovance', ['伺服电机轴承的激光焊接']],
    ['介电常数', []],
    ['！？', []],
  ])('%s', (q, expected) =>
    inRollback(async (tx) => {
      await three(tx);
      expect(await found(tx, q)).toEqual(expected);
    }),
  );
});

test.each([
  ['sort=random', ['sort']],
  ['after=x', ['after']],
  ['kind=service&stage=rumour', ['kind']],
  ['province=32&zone=1', ['province', 'zone']],
])('an address that cannot be meant is refused by name: %s', (query, fields) => {
  const parsed = parseBoardQuery('need', new URLSearchParams(query));
  expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual(fields);
});
