import { describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { addListing, addOrganisation, addTarget, someIndustries } from '../../tests/support/board.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { listingEntry } from './entry.ts';
import { publicEditions, publicListing } from './read-public.server.ts';
import { shownCards } from './read-cards.server.ts';

/** A need with a word of its own in every column that holds words, so that each can be looked for in what is shown. */
async function canaryNeed(tx: Tx, more: object, organisation: object = {}): Promise<number> {
  const { here } = await twoZones(tx);
  await someIndustries(tx);
  await tx.execute(sql`insert into discipline (code, name_zh, name_en) values ('51099', 'canary-discipline', '')`);
  const organisationId = await addOrganisation(tx, here, {
    ...{
      nameZh: '金丝雀组织甲',
      nameEn: 'canary-organisation',
      website: 'canary-website',
      creditCode: '91320507MA1M8XNE2T',
    },
    ...{ summaryZh: 'canary-organisation-summary', capabilitiesZh: 'canary-capabilities', ...organisation },
  });
  const institute = await addOrganisation(tx, here, {
    nameZh: '金丝雀平台乙',
    nameEn: 'canary-institute',
    kind: 'institute',
  });
  const hidden = await addOrganisation(tx, here, { nameZh: '金丝雀平台丙', nameEn: 'canary-hidden', isPublic: false });
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into unit (zone_code, kind, name_zh, name_en) values (${here}, 'block', '金丝雀板块', 'canary-unit') returning id`,
  );
  const id = await addListing(
    tx,
    {
      ...{ side: 'need', organisationId, zoneCode: here, reference: 'TR-20260911-035', industries: ['semiconductors'] },
      ...{ unitId: Number(rows[0]?.id), cooperation: ['licence'], rights: 'shared', chainPosition: 'component' },
      ...{ budgetLow: 111111, budgetHigh: 222222, deadline: '2027-01-31', targetOrganisations: [institute, hidden] },
      ...{ disciplines: ['51099'], ...more },
    },
    {
      zh: {
        ...{ title: 'canary-title', summary: 'canary-summary', body: 'canary-body', tried: 'canary-tried' },
        ...{ conditions: 'canary-conditions', decider: 'canary-decider', advantage: 'canary-advantage' },
        ...{ proof: 'canary-proof', team: 'canary-team', fields: 'canary-fields' },
        ...{ industryKeywords: ['canary-industry-word'], technologyKeywords: ['canary-technology-word'] },
      },
    },
  );
  await addTarget(tx, id, { nameZh: 'canary-target', value: 987654, unit: 'canary-measure' });
  return id;
}

const outline: readonly string[] = ['canary-title', 'canary-summary'];
const nothing: readonly string[] = [];
const texts = [
  ...['canary-body', 'canary-tried', 'canary-conditions', 'canary-advantage', 'canary-proof', 'canary-fields'],
  ...[
    'canary-industry-word',
    'canary-technology-word',
    'canary-discipline',
    'canary-target',
    '987654',
    'canary-measure',
  ],
  ...['111111', '222222', 'licence', 'shared', 'component', '320000'],
];
const whose = [
  ...['金丝雀组织甲', 'canary-organisation', 'canary-institute', '金丝雀平台乙', 'canary-unit', '金丝雀板块'],
  ...['canary-decider', 'canary-team', '32101026'],
];
const never = [
  'canary-hidden',
  '金丝雀平台丙',
  'canary-website',
  '91320507',
  'canary-capabilities',
  'canary-organisation-summary',
];
const all = [...outline, ...texts, ...whose, ...never];

/** What of it can be read anywhere: on its page, in a list, in search. */
async function readable(tx: Tx, id: number): Promise<string[]> {
  const page = await publicListing(tx, 'zh', { side: 'need', id });
  const cards = await shownCards(tx, 'zh', [id]);
  const entries = (await publicEditions(tx, id)).map(listingEntry);
  const text = JSON.stringify({ page, cards, entries });
  return all.filter((canary) => text.includes(canary));
}

describe('what the public reads of a listing', () => {
  test.each([
    { of: 'a named one', shows: 'everything but what is of the desk', expected: [...outline, ...texts, ...whose] },
    { of: 'an anonymous one', more: { isAnonymous: true }, shows: 'not whose it is', expected: [...outline, ...texts] },
    {
      of: 'one whose organisation is not public',
      organisation: { isPublic: false },
      shows: 'not whose it is',
      expected: [...outline, ...texts],
    },
    { of: 'a limited one', more: { secrecy: 'limited' }, shows: 'its outline', expected: outline },
    {
      of: 'a limited, anonymous one',
      more: { secrecy: 'limited', isAnonymous: true },
      shows: 'its outline',
      expected: outline,
    },
    { of: 'a confidential one', more: { secrecy: 'confidential' }, shows: 'nothing', expected: nothing },
    { of: 'a draft', more: { state: 'draft', publishedAt: null }, shows: 'nothing', expected: nothing },
    { of: 'one handed in', more: { state: 'submitted', publishedAt: null }, shows: 'nothing', expected: nothing },
    { of: 'one accepted', more: { state: 'checked', publishedAt: null }, shows: 'nothing', expected: nothing },
    {
      of: 'a closed one',
      more: { state: 'closed', closedAt: new Date() },
      shows: 'the record',
      expected: [...outline, ...texts, ...whose],
    },
  ])('of $of: $shows', ({ more = {}, organisation = {}, expected }) =>
    inRollback(async (tx) => {
      const id = await canaryNeed(tx, more, organisation);
      expect(await readable(tx, id)).toEqual(all.filter((canary) => expected.includes(canary)));
    }),
  );

  test('a limited one tells its kind, industry and dates, and that there is more', () =>
    inRollback(async (tx) => {
      const id = await canaryNeed(tx, { secrecy: 'limited' });
      expect(await publicListing(tx, 'en', { side: 'need', id })).toMatchObject({
        ...{ kind: 'technology', reference: 'TR-20260911-035', deadline: '2027-01-31', isLimited: true },
        industries: [{ code: 'semiconductors', name: { zh: '半导体', en: 'Semiconductors' } }],
        ...{ targets: [], cooperation: [], budget: undefined, province: undefined, lang: 'zh' },
      });
    }));

  test('an offer is no need: its number under the other side leads nowhere', () =>
    inRollback(async (tx) => {
      const id = await canaryNeed(tx, {});
      expect(await publicListing(tx, 'zh', { side: 'offer', id })).toBeUndefined();
    }));
});
