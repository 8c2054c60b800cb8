import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { incomingOf, previewOf } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { someIndustries } from '../../tests/support/board.ts';
import { twoSides, written } from '../../tests/support/listings.ts';
import { listingSheet, sheetRow } from './listing-sheet.ts';
import { deskListings } from './read-desk-list.server.ts';
import { findByReference, knownListings, sheetChoices } from './read-sheet.server.ts';
import { addFromSheet, changeFromSheet } from './write-from-sheet.server.ts';

const asked = { filters: {}, sort: { key: 'updated', descending: true }, columns: [] };

/** The list as its file has it: a header and rows of text. */
async function exported(tx: Tx, actor: Actor): Promise<string[][]> {
  const choices = await sheetChoices(tx, actor);
  const { columns } = listingSheet('need', choices);
  const { listings } = await deskListings(tx, actor, { ...asked, side: 'need' } as never);
  const known = await knownListings(tx, actor, { side: 'need', ids: listings.map(({ id }) => String(id)) });
  const rows = listings.map((one) => sheetRow(one, known.get(String(one.id))?.cells ?? {}, { lang: 'zh', choices }));
  return [columns.map(({ title }) => title.zh), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))];
}

async function preview(tx: Tx, actor: Actor, table: readonly (readonly string[])[]) {
  const shape = listingSheet('need', await sheetChoices(tx, actor));
  const incoming = incomingOf(shape, table);
  if (!incoming.ok) throw new Error(JSON.stringify(incoming.problems));
  const rows = await findByReference(tx, actor, incoming.value.rows);
  const ids = rows.flatMap(({ cells }) => cells['id'] || []);
  return previewOf(shape, rows, await knownListings(tx, actor, { side: 'need', ids }));
}

test('what goes out comes back in and changes nothing', () =>
  inRollback(async (tx) => {
    const { broker, member, enterprise } = await twoSides(tx);
    await someIndustries(tx);
    await tx.execute(
      sql`insert into discipline (code, name_zh, name_en) values ('1301520', '粘弹性、粘塑性力学', '') on conflict do nothing`,
    );
    const content = { industries: ['automotive', 'semiconductors'], disciplines: ['1301520'], isAnonymous: true };
    await written(tx, member, { organisationId: enterprise, content });
    expect(await preview(tx, broker, await exported(tx, broker))).toMatchObject({
      changes: [],
      errors: [],
      unchanged: 1,
    });
  }));

test('a row is known by its reference, and one that nobody gave is told', () =>
  inRollback(async (tx) => {
    const { broker, member, otherBroker, enterprise } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    await tx.execute(sql`update listing set reference = 'TR-20260911-035' where id = ${id}`);
    const table = [
      ['系统编号', '编号', '标题'],
      ['', 'tr-20260911-035', '新的标题'],
      ['', 'TR-20990101-001', '没有这一条'],
    ];
    const seen = await preview(tx, broker, table);
    expect(seen.changes).toMatchObject([{ id: String(id), column: 'title', after: '新的标题' }]);
    expect(seen.errors.map(({ row, column }) => [row, column])).toEqual([[3, 'id']]);
    expect((await preview(tx, otherBroker, table)).changes).toEqual([]);
  }));

test('what is wrong is told by row and column', () =>
  inRollback(async (tx) => {
    const { broker } = await twoSides(tx);
    const table = [
      ['系统编号', '组织', '类别', '标题', '什么时候要', '金额，从（元）'],
      ['', '不认识的组织', '技术', '一条', '2027-02-30', '很多'],
    ];
    const { errors } = await preview(tx, broker, table);
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'organisation'],
      [2, 'deadline'],
      [2, 'budgetLow'],
    ]);
  }));

test('a new row is a draft of the organisation it names, and a row changes what its form would', () =>
  inRollback(async (tx) => {
    const { broker, enterprise } = await twoSides(tx);
    const cells = {
      kind: 'technology',
      title: '低温防雾',
      organisation: String(enterprise),
      budgetLow: '500000',
      industryKeywords: '车载,镀膜',
    };
    expect(await addFromSheet(tx, broker, { side: 'need', cells })).toMatchObject({ ok: true });
    const { rows } = await tx.execute<{ id: string; state: string; low: string; words: string[] }>(sql`
      select l.id, l.state, l.budget_low as low, e.industry_keywords as words
      from listing l join listing_edition e on e.listing_id = l.id where e.title = '低温防雾'`);
    expect(rows).toMatchObject([{ state: 'draft', low: '500000.00', words: ['车载', '镀膜'] }]);
    const id = rows[0]?.id ?? '';
    expect(await changeFromSheet(tx, broker, { id, cells: { title: '低温不起雾' } })).toMatchObject({ ok: true });
    const after = await tx.execute(sql`select title from listing_edition where listing_id = ${id}`);
    expect(after.rows).toEqual([{ title: '低温不起雾' }]);
  }));

test('neither another zone’s broker nor another organisation’s member changes or adds anything', () =>
  inRollback(async (tx) => {
    const { member, otherBroker, otherMember, enterprise } = await twoSides(tx);
    const id = String(await written(tx, member, { organisationId: enterprise }));
    const before = await tx.execute(sql`select * from listing order by id`);
    for (const actor of [otherBroker, otherMember, { ...member, viewedBy: { accountId: 1, name: 'x' } }]) {
      const cells = { kind: 'technology', title: '别人的', organisation: String(enterprise) };
      expect(await changeFromSheet(tx, actor, { id, cells: { title: '改掉' } })).toMatchObject({ ok: false });
      expect(await addFromSheet(tx, actor, { side: 'need', cells })).toMatchObject({ ok: false });
    }
    expect((await tx.execute(sql`select * from listing order by id`)).rows).toEqual(before.rows);
    const seen = await knownListings(tx, otherBroker, { side: 'need', ids: [id] });
    expect(seen.size).toBe(0);
  }));
