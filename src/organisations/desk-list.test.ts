import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { commandLine, type Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { incomingOf } from '#lists/sheet.ts';
import { applySheet, keepSheet, previewSheet, type SheetNoun } from '#lists/write-sheet.server.ts';
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
import { organisationList } from './desk-list.ts';
import { deskOrganisations } from './read-desk-list.server.ts';
import { findRows, knownOrganisations, sheetChoices } from './read-sheet.server.ts';
import { organisationById } from './read.server.ts';
import { organisationSheet, organisationSheetRow } from './sheet.ts';
import { addFromSheet, changeFromSheet } from './write-from-sheet.server.ts';
import { addPartRow } from './write-parts.server.ts';

const huawei = '914403001922038216';
const list = organisationList({
  industries: [{ value: 'biomedicine', label: { zh: '生物医药', en: 'Biomedicine' } }],
  zones: [],
});

async function three(tx: Tx): Promise<number[]> {
  await organisationWorld(tx);
  const alpha = await organisation(tx, { nameZh: '甲公司', nameEn: 'Alpha', creditCode: huawei });
  const beta = await organisation(tx, { nameZh: '乙研究院', kind: 'institute', industries: ['biomedicine'] });
  const gamma = await organisation(tx, { nameZh: '丙公司', zone: there });
  await addPartRow(tx, commandLine, { organisation: alpha, part: 'names', cells: { name: '老甲厂', kind: 'former' } });
  await tx.execute(sql`update organisation set is_public = true where id in (${alpha}, ${gamma})`);
  return [alpha, beta, gamma];
}

async function names(tx: Tx, actor: Actor, query: string): Promise<string[]> {
  await sayWhoAsks(tx, actor);
  const found = await deskOrganisations(tx, actor, askedOf(list, new URLSearchParams(query)));
  return found.organisations.map(({ nameZh }) => nameZh);
}

test.each([
  ['sort=name', ['乙研究院', '甲公司']],
  ['kind=institute', ['乙研究院']],
  ['industry=biomedicine', ['乙研究院']],
  ['public=yes', ['甲公司']],
  ['public=no', ['乙研究院']],
  ['q=alpha', ['甲公司']],
  ['q=老甲', ['甲公司']],
  [`q=${huawei.toLowerCase()}`, ['甲公司']],
  ['q=%25', []],
  [`zone=${there}`, []],
])('the list of a broker under %s', (query, found) =>
  inRollback(async (tx) => {
    await three(tx);
    expect(await names(tx, broker, query)).toEqual(found);
  }),
);

test('everybody lists what they keep, and what is public of others is not among it', () =>
  inRollback(async (tx) => {
    const [alpha = 0] = await three(tx);
    expect(await names(tx, commandLine, 'sort=name')).toEqual(['丙公司', '乙研究院', '甲公司']);
    expect(await names(tx, who('editor', there), '')).toEqual(['丙公司']);
    expect(await names(tx, memberOf(alpha), '')).toEqual(['甲公司']);
    expect(await names(tx, who('officer', here), '')).toEqual([]);
  }));

test('pages follow each other without a gap', () =>
  inRollback(async (tx) => {
    await three(tx);
    for (const query of ['', 'sort=name', 'sort=-name']) {
      const asked = askedOf(list, new URLSearchParams(query));
      const first = await deskOrganisations(tx, commandLine, { ...asked, limit: 2 });
      const rest = await deskOrganisations(tx, commandLine, { ...asked, after: first.next });
      const ids = [...first.organisations, ...rest.organisations].map(({ id }) => id);
      expect([new Set(ids).size, first.total, rest.next]).toEqual([3, 3, undefined]);
    }
  }));

async function noun(tx: Tx): Promise<SheetNoun> {
  return {
    ...{ list: 'organisations', shape: organisationSheet(await sheetChoices(tx)) },
    ...{ known: knownOrganisations, find: findRows, apply: changeFromSheet, add: addFromSheet },
  };
}

async function brokerWithAccount(tx: Tx): Promise<Actor> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into account (email, name) values ('b@example.com', 'b') returning id`,
  );
  return { ...broker, id: `account:${rows[0]?.id}`, accountId: Number(rows[0]?.id) };
}

async function brought(tx: Tx, actor: Actor, table: string[][]) {
  const organisations = await noun(tx);
  await sayWhoAsks(tx, actor);
  const incoming = incomingOf(organisations.shape, table);
  if (!incoming.ok) throw new Error(JSON.stringify(incoming));
  const kept = await keepSheet(tx, actor, { list: 'organisations', fileName: 'x.csv', rows: incoming.value.rows });
  const file = { noun: organisations, id: kept.ok ? kept.value : '' };
  const preview = await previewSheet(tx, actor, file);
  return { preview, applied: await applySheet(tx, actor, file) };
}

test('what goes out as a file changes nothing when it comes back, in either language', () =>
  inRollback(async (tx) => {
    await three(tx);
    const actor = await brokerWithAccount(tx);
    const choices = await sheetChoices(tx);
    const { columns } = organisationSheet(choices);
    await organisation(tx, {
      nameZh: '丁实验室',
      kind: 'institute',
      instituteKind: 'laboratory',
      disciplines: ['430', '43015'],
      placeCode: '320500',
      size: 'small',
    });
    const { organisations } = await deskOrganisations(tx, actor, askedOf(list, new URLSearchParams()));
    for (const lang of ['zh', 'en'] as const) {
      const rows = organisations.map((one): Record<string, string> => organisationSheetRow(one, lang, choices));
      const table = [
        columns.map(({ title }) => title[lang]),
        ...rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
      ];
      const { preview } = await brought(tx, actor, table);
      expect(preview).toMatchObject({ value: { changes: [], errors: [], unchanged: 3 } });
    }
  }));

test('a table of one’s own is tied to what is here by id, then by code, then by name; the rest is added', () =>
  inRollback(async (tx) => {
    const [alpha = 0, beta = 0] = await three(tx);
    const actor = await brokerWithAccount(tx);
    const { applied } = await brought(tx, actor, [
      ['中文全称', '统一社会信用代码', '类别', '产业', '公开'],
      ['甲股份公司', huawei, '企业', '新材料、生物医药', ''],
      ['乙研究院', '', '科创平台', '', '是'],
      ['戊研究院', '', '科创平台', '', ''],
    ]);
    expect(applied).toMatchObject({ ok: true });
    await sayWhoAsks(tx, commandLine);
    expect(await organisationById(tx, alpha)).toMatchObject({
      nameZh: '甲股份公司',
      industries: ['new-materials', 'biomedicine'],
    });
    expect(await organisationById(tx, beta)).toMatchObject({ isPublic: true });
    expect(await names(tx, broker, 'q=戊')).toEqual(['戊研究院']);
    expect(await names(tx, broker, '')).toHaveLength(3);
  }));

test('one wrong cell, and nothing of the file is kept; it is told by row and column', () =>
  inRollback(async (tx) => {
    const [alpha = 0, , gamma = 0] = await three(tx);
    const actor = await brokerWithAccount(tx);
    const { preview, applied } = await brought(tx, actor, [
      ['编号', '中文全称', '统一社会信用代码', '类别', '产业', '学科'],
      [String(alpha), '甲公司新名', '914403001922038217', '', '', ''],
      ['', '己公司', '', '工厂', '炼金术', '占星学'],
      [String(gamma), '别人的', '', '', '', ''],
    ]);
    expect(preview).toMatchObject({ ok: true });
    const errors = preview.ok ? preview.value.errors.map(({ row, column }) => [row, column]) : [];
    expect(errors).toEqual(
      expect.arrayContaining([
        [2, 'credit_code'],
        [3, 'kind'],
        [3, 'industries'],
        [3, 'disciplines'],
        [4, 'id'],
      ]),
    );
    expect(applied.ok).toBe(false);
    await sayWhoAsks(tx, commandLine);
    expect(await organisationById(tx, alpha)).toMatchObject({ nameZh: '甲公司' });
  }));

test('a file moves nothing to another zone and adds nothing there', () =>
  inRollback(async (tx) => {
    const [alpha = 0] = await three(tx);
    await sayWhoAsks(tx, broker);
    expect(await changeFromSheet(tx, broker, { id: String(alpha), cells: { zone: there } })).toMatchObject({
      ok: false,
    });
    expect(await addFromSheet(tx, broker, { kind: 'enterprise', name_zh: '己公司', zone: there })).toMatchObject({
      ok: false,
    });
    expect(await addFromSheet(tx, broker, { kind: 'enterprise', name_zh: '己公司', zone: '' })).toMatchObject({
      ok: true,
    });
    expect(
      await changeFromSheet(tx, who('broker', there), { id: String(alpha), cells: { name_zh: '甲' } }),
    ).toMatchObject({ ok: false });
  }));
