import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { suggest } from '#search/suggest.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { here, organisation, organisationWorld, there } from '../../tests/support/organisations.ts';
import { formatCursor, organisationsAddress, parseOrganisationQuery, type OrganisationFilter } from './directory.ts';
import { allListed, chosenNames, countFacets, listOrganisations } from './read-directory.server.ts';
import { listingsOf, publicOrganisation, winnerOf } from './read-public.server.ts';
import { refreshOrganisation } from './write-public.server.ts';
import { setPublic } from './write.server.ts';

const asked = (text: string) => {
  const query = parseOrganisationQuery(new URLSearchParams(text));
  if (!query.ok) throw new Error('not a query');
  return query.value;
};

async function world(tx: Tx) {
  await organisationWorld(tx);
  const lab = await organisation(tx, {
    ...{
      kind: 'institute',
      instituteKind: 'laboratory',
      nameZh: '相城新材料实验室',
      nameEn: 'Xiangcheng Materials Lab',
    },
    ...{ industries: ['new-materials'], disciplines: ['43015'], summaryZh: '做薄膜。' },
  });
  const firm = await organisation(tx, {
    nameZh: '苏州澄光光电有限公司',
    size: 'small',
    creditCode: '914403001922038216',
  });
  const far = await organisation(tx, { zone: there, nameZh: '合肥量子公司', industries: ['biomedicine'] });
  const secret = await organisation(tx, { nameZh: '未公开公司' });
  await tx.execute(sql`insert into organisation_name (organisation_id, name, kind) values (${firm}, '澄光', 'short')`);
  await tx.execute(sql`insert into organisation_honour (organisation_id, title_zh, level, year, source)
    values (${lab}, '国家重点实验室', 'national', 2024, '科技部公告')`);
  for (const id of [lab, firm, far]) await setPublic(tx, commandLine, { id, isPublic: true });
  return { lab, firm, far, secret };
}
const found = async (tx: Tx, text: string) =>
  (await listOrganisations(tx, asked(text))).organisations.map(({ id }) => id);

test('each filter finds what it says, and what is not public is nowhere', () =>
  inRollback(async (tx) => {
    const { lab, firm, far } = await world(tx);
    expect(await found(tx, '')).toEqual([far, firm, lab]);
    const expected: [string, number[]][] = [
      ['kind=institute', [lab]],
      ['institute=laboratory', [lab]],
      [`zone=${there}`, [far]],
      ['province=320000', [firm, lab]],
      ['city=340100', [far]],
      ['industry=new-materials', [lab]],
      ['discipline=430', [lab]],
      ['size=small', [firm]],
      ['honour=national', [lab]],
      ['honour=provincial', []],
      ['q=澄光', [firm]],
      ['q=materials LAB', [lab]],
      ['q=914403001922038216', [firm]],
      ['q=未公开', []],
      ['q=100%25', []],
      ['sort=name', [far, lab, firm]],
    ];
    for (const [text, ids] of expected) expect([text, await found(tx, text)]).toEqual([text, ids]);
  }));

test('the counts say what choosing a value would show, with the other filters as they are', () =>
  inRollback(async (tx) => {
    await world(tx);
    const query: OrganisationFilter = { province: '320000', kind: 'institute' };
    const counted = await countFacets(tx, query);
    const count = (facet: string, value: string) =>
      counted.find((one) => one.facet === facet && one.value === value)?.count;
    expect([count('total', 'total'), count('kind', 'enterprise'), count('province', '340000')]).toEqual([
      1,
      1,
      undefined,
    ]);
    expect(counted.find(({ facet }) => facet === 'discipline')).toMatchObject({
      ...{ value: '430', count: 1, name: { zh: '材料科学', en: 'Materials science' } },
    });
    const names = await chosenNames(tx, { ...query, zone: here });
    expect([names.get('province 320000')?.en, names.get(`zone ${here}`)?.zh]).toEqual([
      'Jiangsu',
      '相城经济技术开发区',
    ]);
  }));

test('pages follow each other by key in both orders, without a gap or a repetition', () =>
  inRollback(async (tx) => {
    await world(tx);
    for (const sort of ['newest', 'name'] as const) {
      const seen: number[] = [];
      let after: string | undefined = '';
      while (after !== undefined) {
        const query = asked(new URLSearchParams({ sort, after }).toString());
        const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations(tx, { ...query, limit: 1 });
        seen.push(...page.organisations.map(({ id }) => id));
        after = page.after;
      }
      const all = await allListed(tx, { filter: {}, sort });
      expect(seen).toEqual(all.map(({ id }) => id));
    }
  }));

test('a wrong value is refused by name; a cursor and an address keep their state', () => {
  for (const wrong of ['kind=person', 'zone=1', 'honour=best', 'sort=x', 'after=x', 'after=a~1x', 'discipline=43015']) {
    const query = parseOrganisationQuery(new URLSearchParams(wrong));
    expect(query.ok ? wrong : query.problems[0]?.field).toBe(wrong.split('=')[0]);
  }
  expect(asked(`after=${encodeURIComponent(formatCursor({ name: 'a~b', id: 7 }))}`).after).toEqual({
    name: 'a~b',
    id: 7,
  });
  const query = asked('province=320000&city=320500&zone=32101026&kind=institute&institute=society');
  expect(organisationsAddress('/x', query, { province: '340000' })).toBe(
    '/x?kind=institute&institute=society&province=340000',
  );
  expect(organisationsAddress('/x', query, { kind: undefined })).not.toContain('institute');
});

test('a public page holds what is public, and a merged record leads to its winner', () =>
  inRollback(async (tx) => {
    const { lab, firm, secret } = await world(tx);
    await tx.execute(sql`insert into organisation_equipment (organisation_id, name_zh, is_open) values
      (${lab}, '电镜', true), (${lab}, '内部设备', false)`);
    await tx.execute(
      sql`insert into organisation_contact (organisation_id, name, phone) values (${lab}, '王某', '13800000000')`,
    );
    const page = await publicOrganisation(tx, lab);
    expect(page).toMatchObject({
      ...{ honours: [{ year: 2024, source: '科技部公告' }], equipment: [{ name: { zh: '电镜' } }] },
      ...{ places: [{ code: '320000' }, { code: '320500' }], disciplines: [{ code: '43015' }] },
    });
    expect(JSON.stringify(page)).not.toMatch(/王某|138000|内部设备/);
    expect(await publicOrganisation(tx, secret)).toBeUndefined();
    expect(await winnerOf(tx, secret)).toBeUndefined();
    await tx.execute(sql`update organisation set merged_into = ${firm} where id = ${secret}`);
    await tx.execute(sql`update organisation set merged_into = ${lab} where id = ${firm}`);
    expect([await winnerOf(tx, secret), await winnerOf(tx, firm), await winnerOf(tx, lab)]).toEqual([
      lab,
      lab,
      undefined,
    ]);
  }));

test('the page lists needs and offers under its own name only', () =>
  inRollback(async (tx) => {
    const { firm } = await world(tx);
    const rows = [
      ['named', false, 'open', 'published'],
      ['ended', false, 'open', 'expired'],
      ['anonymous', true, 'open', 'published'],
      ['limited', false, 'limited', 'published'],
      ['draft', false, 'open', 'draft'],
    ] as const;
    for (const [title, anonymous, secrecy, state] of rows) {
      const { rows: made } = await tx.execute<{ id: string }>(sql`
        insert into listing (side, kind, organisation_id, zone_code, is_anonymous, secrecy, state, original_lang, published_at)
        values ('need', 'technology', ${firm}, ${here}, ${anonymous}, ${secrecy}, ${state}, 'zh', now()) returning id`);
      const id = Number(made[0]?.id);
      await tx.execute(sql`insert into listing_edition (listing_id, lang, title) values (${id}, 'zh', ${title})`);
    }
    expect((await listingsOf(tx, firm, 'en')).map(({ title }) => title)).toEqual(['named', 'ended']);
  }));

test('a public organisation is found by each of its names, and no more once it is taken back', () =>
  inRollback(async (tx) => {
    const { firm } = await world(tx);
    await refreshOrganisation(tx, firm);
    const titles = async (typed: string) => (await suggest(tx, typed, 'zh')).map(({ kind, path }) => [kind, path]);
    for (const typed of ['澄光', '苏州澄光', 'szcggd']) {
      expect(await titles(typed)).toContainEqual(['organisation', `/organisations/${firm}`]);
    }
    await setPublic(tx, commandLine, { id: firm, isPublic: false });
    expect(await titles('澄光')).toEqual([]);
  }));
