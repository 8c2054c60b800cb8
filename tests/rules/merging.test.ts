import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { organisationMergeWords as words } from '#language/words/organisation-merge.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../support/database.ts';
import {
  broker,
  connect,
  here,
  memberOf,
  need,
  organisation,
  organisationWorld,
  there,
  who,
} from '../support/organisations.ts';
import { followers } from '#routes/[lang=lang]/desk/organisations/followers.server.ts';
import { organisationById } from '#organisations/read.server.ts';
import { keepApart, mergeOrganisations } from '#organisations/write-merge.server.ts';
import { addPartRow } from '#organisations/write-parts.server.ts';

const huawei = '914403001922038216';
const tencent = '9144030071526726XG';

async function account(tx: Tx, name: string): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into account (email, name) values (${`${name}@example.com`}, ${name}) returning id`,
  );
  return Number(rows[0]?.id);
}

const merge = (tx: Tx, actor: Actor, ...[from, to]: [number, number]) =>
  mergeOrganisations(tx, actor, { from, to, followers });

/** How many rows of each kind there are, and how many of them name that organisation. */
async function counts(tx: Tx, id: number) {
  const { rows } = await tx.execute(sql`select
    (select count(*)::int from organisation_honour) as honours, (select count(*)::int from organisation_equipment) as equipment,
    (select count(*)::int from organisation_person) as people, (select count(*)::int from organisation_contact) as contacts,
    (select count(*)::int from listing) as listings, (select count(*)::int from connection) as connections,
    (select count(distinct account_id)::int from membership where organisation_id is not null) as members,
    (select count(*)::int from organisation_honour where organisation_id = ${id})
      + (select count(*)::int from organisation_equipment where organisation_id = ${id})
      + (select count(*)::int from organisation_person where organisation_id = ${id})
      + (select count(*)::int from organisation_contact where organisation_id = ${id})
      + (select count(*)::int from organisation_name where organisation_id = ${id})
      + (select count(*)::int from organisation_key where organisation_id = ${id})
      + (select count(*)::int from membership where organisation_id = ${id})
      + (select count(*)::int from listing where organisation_id = ${id} or ${id}::bigint = any(target_organisations))
      + (select count(*)::int from connection where ${id} in (need_organisation_id, offer_organisation_id)) as tied`);
  const { tied, ...all } = rows[0] ?? {};
  return { tied, all };
}

async function everyName(tx: Tx, ids: readonly number[]): Promise<Set<unknown>> {
  const { rows } = await tx.execute(sql`
    select unnest(array[name_zh, name_en]) as name from organisation where id = any(${sql.param([...ids])}::bigint[])
    union select name from organisation_name where organisation_id = any(${sql.param([...ids])}::bigint[])`);
  return new Set(rows.map(({ name }) => name).filter(Boolean));
}

const some = fc.array(fc.constantFrom('names', 'honours', 'equipment', 'people', 'contacts'), { maxLength: 6 });
const world = fc.record({
  one: some,
  other: some,
  members: fc.array(fc.nat(2)),
  needs: fc.nat(3),
  connections: fc.nat(3),
});

async function fill(tx: Tx, id: number, parts: readonly string[]): Promise<void> {
  const cells = {
    names: (at: number) => ({ name: `别名 ${at % 3}`, kind: at % 2 ? 'alias' : 'former' }),
    honours: (at: number) => ({ title_zh: `荣誉 ${at}`, level: 'other', year: '2020', source: '公告' }),
    equipment: (at: number) => ({ name_zh: `设备 ${at}`, is_open: 'false' }),
    people: (at: number) => ({ name_zh: `某人 ${at}`, position_zh: '院长', source: '院网' }),
    contacts: (at: number) => ({ name: `某人 ${at}`, phone: '0512-000000' }),
  };
  for (const [at, part] of parts.entries()) {
    const name = part as keyof typeof cells;
    await addPartRow(tx, commandLine, { organisation: id, part: name, cells: cells[name](at) });
  }
}

test('whatever is tied to the one that goes is tied to the one that stays, and nothing is lost', () =>
  fc.assert(
    fc.asyncProperty(world, ({ one, other, members, needs, connections }) =>
      inRollback(async (tx) => {
        await organisationWorld(tx);
        const [from, to] = [
          await organisation(tx, { nameEn: 'Some' }),
          await organisation(tx, { nameZh: '某某新材料集团' }),
        ];
        const third = await organisation(tx, { nameZh: '第三家', kind: 'institute' });
        await fill(tx, from, one);
        await fill(tx, to, other);
        for (const [at, which] of members.slice(0, 4).entries()) {
          const id = await account(tx, `m${at}`);
          const of = [[from], [to], [from, to]][which] ?? [];
          for (const one of of)
            await tx.execute(
              sql`insert into membership (account_id, role, organisation_id) values (${id}, 'member', ${one})`,
            );
        }
        for (let at = 0; at < needs; at += 1) await need(tx, at % 2 ? to : from);
        for (let at = 0; at < connections; at += 1)
          await connect(tx, { need: await need(tx, from), from, to: third, state: at % 2 ? 'proposed' : 'suggested' });
        await tx.execute(sql`update listing set target_organisations = array[${from}, ${to}, ${third}]::bigint[]`);
        const [before, names] = [await counts(tx, from), await everyName(tx, [from, to])];
        await sayWhoAsks(tx, broker);
        expect(await merge(tx, broker, from, to)).toMatchObject({ ok: true });
        await sayWhoAsks(tx, commandLine);
        expect(await counts(tx, from)).toEqual({ all: before.all, tied: 0 });
        expect(await everyName(tx, [to])).toEqual(names);
        expect(await organisationById(tx, from)).toMatchObject({ mergedInto: to });
        const { rows } = await tx.execute(sql`select distinct target_organisations::text as wanted from listing`);
        expect(rows.every(({ wanted }) => wanted === `{${to},${third}}`)).toBe(true);
      }),
    ),
    { numRuns: 12 },
  ));

test.each([
  visitor,
  ...(['broker', 'editor', 'publisher'] as const).map((role) => who(role, there)),
  ...(['officer', 'leader', 'member'] as const).map((role) => who(role, here)),
])('$name merges nothing and tells nothing apart', (stranger) =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [await organisation(tx), await organisation(tx, { nameZh: '某某新材料集团' })];
    await tx.execute(sql`update organisation set is_public = true`);
    expect(await merge(tx, stranger, from, to)).toMatchObject({ ok: false });
    expect(await keepApart(tx, stranger, { one: from, other: to })).toMatchObject({ ok: false });
    const { rows } =
      await tx.execute(sql`select (select count(*)::int from organisation where merged_into is not null) as merged,
      (select count(*)::int from organisation_apart) as apart, (select count(*)::int from history where action <> 'add') as deeds`);
    expect(rows).toEqual([{ merged: 0, apart: 0, deeds: 0 }]);
  }),
);

test('a member of both merges nothing: the zone does', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [await organisation(tx), await organisation(tx, { nameZh: '某某新材料集团' })];
    const both: Actor = {
      ...memberOf(from),
      memberships: [...memberOf(from).memberships, ...memberOf(to).memberships],
    };
    expect(await merge(tx, both, from, to)).toMatchObject({ problems: [{ says: words.notYours }] });
  }));

test('two of two zones are made one by an operator only', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [await organisation(tx), await organisation(tx, { zone: there })];
    const both: Actor = { ...broker, memberships: [...broker.memberships, { role: 'broker', zone: there }] };
    expect(await merge(tx, both, from, to)).toMatchObject({ problems: [{ says: words.notYours }] });
    expect(await merge(tx, commandLine, from, to)).toMatchObject({ ok: true });
  }));

test('what only the one that goes knew, the one that stays knows; what both said stays as it was', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const said = {
      creditCode: huawei,
      codeChecked: true,
      summaryZh: '旧简介',
      size: 'large',
      industries: ['biomedicine'],
    } as const;
    const from = await organisation(tx, { ...said, industries: [...said.industries] });
    const to = await organisation(tx, { nameZh: '某某集团', summaryZh: '新简介', industries: ['new-materials'] });
    const older = await organisation(tx, { nameZh: '更早的一条' });
    await merge(tx, broker, older, from);
    await tx.execute(sql`update organisation set is_public = true where id = ${from}`);
    expect(await merge(tx, broker, from, to)).toMatchObject({ ok: true });
    expect(await organisationById(tx, to)).toMatchObject({
      ...{ creditCode: huawei, codeChecked: true, summaryZh: '新简介', size: 'large', isPublic: true },
      industries: ['new-materials', 'biomedicine'],
    });
    expect(await organisationById(tx, older)).toMatchObject({ mergedInto: to });
    const { rows } = await tx.execute(
      sql`select record, action from history where action in ('merged', 'took in') order by id desc limit 2`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { record: String(from), action: 'merged' },
        { record: String(to), action: 'took in' },
      ]),
    );
    expect(await merge(tx, broker, from, to)).toMatchObject({ ok: false });
  }));

test('two credit codes are two organisations, and one is not two of itself', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [
      await organisation(tx, { creditCode: huawei }),
      await organisation(tx, { creditCode: tencent }),
    ];
    expect(await merge(tx, broker, from, to)).toMatchObject({ problems: [{ says: words.codesDiffer }] });
    expect(await merge(tx, broker, from, from)).toMatchObject({ problems: [{ says: words.itself }] });
  }));

test('a suggestion that would stand twice goes; a proposal that would, keeps the two apart', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const asks = await organisation(tx, { nameZh: '提需求的企业' });
    const [from, to] = [await organisation(tx), await organisation(tx, { nameZh: '某某集团' })];
    const wanted = await need(tx, asks);
    await connect(tx, { need: wanted, from: asks, to: from, state: 'proposed' });
    await connect(tx, { need: wanted, from: asks, to });
    await connect(tx, { need: await need(tx, from), from, to });
    expect(await merge(tx, broker, from, to)).toMatchObject({ ok: true });
    const { rows } = await tx.execute(sql`select state, offer_organisation_id::int as offer from connection`);
    expect(rows).toEqual([{ state: 'proposed', offer: to }]);
    const again = await organisation(tx, { nameZh: '又一条' });
    await connect(tx, { need: wanted, from: asks, to: again, state: 'proposed' });
    expect((await merge(tx, broker, again, to)).ok).toBe(false);
  }));

test('a mention in an article of another zone follows; of two in one text the one somebody accepted stays', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [await organisation(tx), await organisation(tx, { nameZh: '某某集团' })];
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into article (state, zone_code) values ('draft', ${there}), ('draft', ${there}) returning id`,
    );
    const [one, two] = rows.map(({ id }) => Number(id));
    const said = sql`now(), 'x'`;
    await tx.execute(sql`
      insert into mention (article_id, lang, organisation_id, starts_at, ends_at, text, state, decided_at, decided_by) values
      (${one}, 'zh', ${from}, 0, 2, '某某', 'proposed', null, null), (${two}, 'zh', ${from}, 0, 2, '某某', 'accepted', ${said}),
      (${two}, 'zh', ${to}, 0, 2, '某某', 'proposed', null, null)`);
    await sayWhoAsks(tx, broker);
    expect(await merge(tx, broker, from, to)).toMatchObject({ ok: true });
    const zones = await tx.execute(sql`select current_setting('yuanlian.zones') as zones`);
    expect(zones.rows).toEqual([{ zones: here }]);
    await sayWhoAsks(tx, commandLine);
    const left = await tx.execute(
      sql`select article_id::int as article, organisation_id::int as of, state from mention order by 1`,
    );
    expect(left.rows).toEqual([
      { article: one, of: to, state: 'proposed' },
      { article: two, of: to, state: 'accepted' },
    ]);
  }));
