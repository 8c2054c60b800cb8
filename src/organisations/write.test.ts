import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import {
  broker,
  here,
  memberOf,
  organisation,
  organisationWorld,
  there,
  who,
} from '../../tests/support/organisations.ts';
import type { NewOrganisation, OrganisationChange } from './organisation.ts';
import { organisationById } from './read.server.ts';
import { changeOrganisation } from './write-change.server.ts';
import { createOrganisation, setPublic } from './write.server.ts';

const huawei = '914403001922038216';
const tencent = '9144030071526726XG';

const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

async function everything(tx: Tx) {
  await sayWhoAsks(tx, commandLine);
  const { rows } = await tx.execute(sql`select (select jsonb_agg(organisation) from organisation) as o,
    (select jsonb_agg(organisation_key) from organisation_key) as k, (select count(*) from history) as h`);
  return rows;
}

const strangers: Actor[] = [
  visitor,
  ...(['broker', 'editor', 'publisher'] as const).map((role) => who(role, there)),
  ...(['officer', 'leader', 'member'] as const).map((role) => who(role, here)),
  memberOf(999_999),
];

test.each(strangers)('$name keeps no organisation of the zone, and nothing changes', (stranger) =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    const before = await everything(tx);
    const refusals = [
      await createOrganisation(tx, stranger, { zone: here, kind: 'enterprise', nameZh: '另一家公司' }),
      await changeOrganisation(tx, stranger, { id, nameZh: '改名' }),
      await setPublic(tx, stranger, { id, isPublic: true }),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(refusals[1]).toEqual(await changeOrganisation(tx, stranger, { id: 987_654, nameZh: '改名' }));
    expect(await everything(tx)).toEqual(before);
  }),
);

test.each([broker, who('editor', here), who('publisher', here), commandLine])(
  '$name keeps the organisations of the zone',
  (keeper) =>
    inRollback(async (tx) => {
      await organisationWorld(tx);
      await sayWhoAsks(tx, keeper);
      const input: NewOrganisation = {
        ...{ zone: here, kind: 'institute', instituteKind: 'laboratory', nameZh: ' 某某实验室 ', nameEn: 'Some Lab' },
        ...{ creditCode: '9144 0300 7152 6726 xg', placeCode: '320500', industries: ['new-materials'] },
        ...{ disciplines: ['430', '43015'], website: 'https://lab.example.cn' },
      };
      const made = await createOrganisation(tx, keeper, input);
      const id = made.ok ? made.value.id : 0;
      expect(await organisationById(tx, id)).toMatchObject({
        ...{
          nameZh: '某某实验室',
          creditCode: tencent,
          zoneCode: here,
          isPublic: false,
          revision: 1,
          codeChecked: false,
        },
        ...{ disciplines: ['430', '43015'], industries: ['new-materials'], instituteKind: 'laboratory' },
      });
      expect(await changeOrganisation(tx, keeper, { id, codeChecked: true, revision: 1 })).toMatchObject({ ok: true });
      expect(await setPublic(tx, keeper, { id, isPublic: true })).toMatchObject({ ok: true });
      expect(await organisationById(tx, id)).toMatchObject({ codeChecked: true, isPublic: true, revision: 3 });
      const { rows } = await tx.execute(
        sql`select action, zone_code from history where kind = 'organisation' and record = ${String(id)} order by id`,
      );
      expect(rows.map(({ action }) => action)).toEqual(['add', 'change', 'made public']);
      expect(new Set(rows.map(({ zone_code }) => zone_code))).toEqual(new Set([here]));
    }),
);

test.each([
  ['nameZh', { nameZh: ' ' }],
  ['nameZh', { nameZh: 'a\u0000b' }],
  ['nameZh', { nameZh: '某某\n公司' }],
  ['nameEn', { nameEn: '\ud800' }],
  ['kind', { kind: 'factory' as 'enterprise' }],
  ['creditCode', { creditCode: '914403001922038217' }],
  ['placeCode', { placeCode: '999999' }],
  ['industries', { industries: ['no-such-industry'] }],
  ['disciplines', { disciplines: ['999'] }],
  ['website', { website: 'javascript:alert(1)' }],
  ['summaryZh', { summaryZh: '字'.repeat(501) }],
  ['zone', { zone: '99999999' }],
  ['codeChecked', { codeChecked: true }],
] as const)('a wrong %s is said beside it: %j', (field, wrong) =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const input = { zone: here, kind: 'enterprise', nameZh: '某某有限公司', ...wrong } as NewOrganisation;
    expect(fieldsOf(await createOrganisation(tx, commandLine, input))).toEqual([field]);
  }),
);

test('what is no field of an organisation is refused, not taken', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    const sly = { id, isPublic: true, mergedInto: 1, zoneCode: there } as OrganisationChange;
    expect(await changeOrganisation(tx, broker, sly)).toMatchObject({ ok: false });
    expect(await organisationById(tx, id)).toMatchObject({ isPublic: false, zoneCode: here, mergedInto: null });
  }));

test('a code is one organisation’s, also across zones that do not see each other', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    await organisation(tx, { creditCode: huawei, zone: there });
    const id = await organisation(tx);
    await sayWhoAsks(tx, broker);
    const again = { zone: here, kind: 'enterprise', nameZh: '又一家', creditCode: huawei } as const;
    expect(await createOrganisation(tx, broker, again)).toMatchObject({ problems: [{ says: words.codeTaken }] });
    expect(fieldsOf(await changeOrganisation(tx, broker, { id, creditCode: huawei }))).toEqual(['creditCode']);
    expect(await changeOrganisation(tx, broker, { id, creditCode: tencent })).toMatchObject({ ok: true });
    expect(await changeOrganisation(tx, broker, { id, creditCode: tencent, size: 'large' })).toMatchObject({
      ok: true,
    });
  }));

test('nothing is written over that was not seen: what it says now stands beside the field', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    await changeOrganisation(tx, broker, { id, revision: 1, nameEn: 'First' });
    const late = await changeOrganisation(tx, broker, { id, revision: 1, nameEn: 'Second' });
    expect(late).toMatchObject({ problems: [{}, { field: 'nameEn', says: words.nowSays('First') }] });
    expect(await organisationById(tx, id)).toMatchObject({ nameEn: 'First', revision: 2 });
    expect(await changeOrganisation(tx, broker, { id, revision: 2, nameEn: 'Second' })).toMatchObject({ ok: true });
    expect(await changeOrganisation(tx, broker, { id, revision: 1, nameEn: 'Second' })).toMatchObject({ ok: true });
  }));

test('a member changes the own organisation, but not what its zone vouches for', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx, { creditCode: huawei, codeChecked: true });
    const member = memberOf(id);
    await sayWhoAsks(tx, member);
    expect(await changeOrganisation(tx, member, { id, summaryZh: '做新材料。', nameEn: 'Some' })).toMatchObject({
      ok: true,
    });
    for (const change of [{ kind: 'institute' }, { creditCode: tencent }, { codeChecked: false }] as const)
      expect(await changeOrganisation(tx, member, { id, ...change })).toMatchObject({ ok: false });
    expect(await setPublic(tx, member, { id, isPublic: true })).toMatchObject({
      problems: [{ says: words.onlyItsZone }],
    });
    expect(await createOrganisation(tx, member, { zone: here, kind: 'enterprise', nameZh: '又一家' })).toMatchObject({
      ok: false,
    });
    expect(await organisationById(tx, id)).toMatchObject({
      summaryZh: '做新材料。',
      creditCode: huawei,
      isPublic: false,
    });
  }));

test('a code that nobody checked a member may correct; another code than the checked one is unchecked', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    expect(await changeOrganisation(tx, memberOf(id), { id, creditCode: huawei })).toMatchObject({ ok: true });
    await changeOrganisation(tx, broker, { id, codeChecked: true });
    await changeOrganisation(tx, broker, { id, creditCode: tencent });
    expect(await organisationById(tx, id)).toMatchObject({ creditCode: tencent, codeChecked: false });
  }));
