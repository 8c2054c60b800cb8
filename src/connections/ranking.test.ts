import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { listing, organisation, valueOf, world, type World } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { accept, decline, end } from './write-answer.server.ts';
import { rankZonesAgain } from './rank-jobs.server.ts';
import { propose } from './write-propose.server.ts';
import { keepInstitute, keepInstitutes, rankListing } from './write-ranking.server.ts';

const now = new Date('2026-11-23T08:00:00+08:00');

/** Texts that speak of the same, of something near, and of something else. */
async function market(tx: Tx) {
  const at = await world(tx);
  await say(tx, at.need, '汽轮机高温密封涂层', '需要耐 900 摄氏度的氧化锆热障涂层，结合强度不低于 40 MPa。');
  await say(tx, at.offer, '氧化锆热障涂层制备', '等离子喷涂氧化锆热障涂层，耐高温 1000 摄氏度，结合强度 45 MPa。');
  const other = await organisation(tx, { kind: 'institute', zone: at.there, name: '农业研究所' });
  const rice = await listing(tx, { side: 'offer', organisation: other, zone: at.there, title: '水稻育种' });
  await say(tx, rice, '水稻抗病育种技术', '杂交水稻抗稻瘟病新品种选育与种子繁育。');
  for (const id of [at.need, at.offer, rice]) await rankListing(tx, id, now);
  return { at, rice, other };
}

async function say(tx: Tx, id: number, ...[title, body]: [string, string]) {
  await tx.execute(
    sql`update listing_edition set title = ${title}, summary = ${body}, body = ${body} where listing_id = ${id}`,
  );
}

async function suggestions(tx: Tx, { need }: World) {
  const { rows } = await tx.execute<{
    offer: string | null;
    organisation: string;
    state: string;
    score: number;
    says: string;
  }>(sql`
    select offer_id::text as offer, offer_organisation_id::text as organisation, state, score, reasons #>> '{sentence,zh}' as says
    from connection where need_id = ${need} order by score desc`);
  return rows;
}

test('the offer that fits is suggested with its reasons, the one that does not is not', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const found = await suggestions(tx, at);
    expect(found).toMatchObject([{ offer: String(at.offer), state: 'suggested' }]);
    expect(found[0]?.score).toBeGreaterThan(0.2);
    expect(found[0]?.says).toMatch(/氧化锆|涂层/);
  }));

test('worked out again from either side, a suggestion stays one and is renewed', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const [before] = await suggestions(tx, at);
    await say(tx, at.offer, '氧化锆热障涂层制备', '等离子喷涂。');
    await rankListing(tx, at.offer, now);
    const after = await suggestions(tx, at);
    expect(after).toHaveLength(1);
    expect(after[0]?.score).not.toBe(before?.score);
    await rankListing(tx, at.need, now);
    expect(await suggestions(tx, at)).toHaveLength(1);
  }));

test('what no longer fits, is shut for interest or over is suggested no more', () =>
  inRollback(async (tx) => {
    const { at, rice } = await market(tx);
    await say(tx, at.offer, '水稻插秧机', '水稻插秧机械。');
    await rankListing(tx, at.offer, now);
    expect(await suggestions(tx, at)).toEqual([]);
    await say(tx, rice, '氧化锆热障涂层', '耐高温 900 摄氏度氧化锆热障涂层，结合强度高。');
    await rankListing(tx, rice, now);
    expect(await suggestions(tx, at)).toHaveLength(1);
    await tx.execute(sql`update listing set is_open = false where id = ${rice}`);
    await rankListing(tx, rice, now);
    expect(await suggestions(tx, at)).toEqual([]);
    expect((await tx.execute(sql`select from match_document where listing_id = ${rice}`)).rows).toEqual([]);
  }));

test('a pair that was declined or ended never comes back, and one that is under way is left alone', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const { rows } = await tx.execute<{ id: string }>(sql`select id::text from connection`);
    const id = Number(rows[0]?.id);
    valueOf(await propose(tx, at.buyer, { id }));
    await rankListing(tx, at.need, now);
    expect(await suggestions(tx, at)).toMatchObject([{ state: 'proposed' }]);
    valueOf(await accept(tx, at.maker, { id }));
    valueOf(await end(tx, at.maker, { id, reason: 'capacity' }));
    for (const listed of [at.need, at.offer]) await rankListing(tx, listed, now);
    expect(await suggestions(tx, at)).toMatchObject([{ state: 'ended' }]);
  }));

test('a reason given often for an institute weighs', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const [before] = await suggestions(tx, at);
    for (let count = 0; count < 6; count++) {
      const need = await listing(tx, { side: 'need', organisation: at.third, zone: at.here, title: '氧化锆热障涂层' });
      await rankListing(tx, need, now);
      const { rows } = await tx.execute<{ id: string }>(sql`select id::text from connection where need_id = ${need}`);
      valueOf(await decline(tx, at.broker, { id: Number(rows[0]?.id), reason: 'description-unclear' }));
    }
    await rankListing(tx, at.need, now);
    const [after] = await suggestions(tx, at);
    expect(after?.score).toBeLessThan(before?.score ?? 0);
  }));

test('an institute that is able to do it is suggested as long as it has no offer that fits', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const able = await organisation(tx, { kind: 'institute', zone: at.there, name: '涂层实验室' });
    const can = '氧化锆热障涂层的等离子喷涂与高温性能测试，结合强度检测。';
    await tx.execute(sql`update organisation set capabilities_zh = ${can} where id in (${able}, ${at.lab})`);
    await keepInstitutes(tx);
    await rankListing(tx, at.need, now);
    const found = await suggestions(tx, at);
    expect(found.map(({ organisation: of, offer }) => [Number(of), offer === null]).toSorted()).toEqual(
      [
        [able, true],
        [at.lab, false],
      ].toSorted(),
    );
    await tx.execute(sql`update organisation set is_public = false where id = ${able}`);
    await rankListing(tx, at.need, now);
    expect(await suggestions(tx, at)).toHaveLength(1);
  }));

test('when what an institute can do changes, the needs it may fit are named at once, and those it no longer fits', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const able = await organisation(tx, { kind: 'institute', zone: at.there, name: '涂层实验室' });
    expect(await keepInstitute(tx, able)).toEqual([]);
    const says = (can: string) => tx.execute(sql`update organisation set capabilities_zh = ${can} where id = ${able}`);
    await says('氧化锆热障涂层的等离子喷涂与高温性能测试，结合强度检测。');
    expect(await keepInstitute(tx, able)).toEqual([at.need]);
    await rankListing(tx, at.need, now);
    await says('');
    expect(await keepInstitute(tx, able)).toEqual([at.need]);
    await rankListing(tx, at.need, now);
    expect((await suggestions(tx, at)).map(({ offer }) => offer)).toEqual([String(at.offer)]);
  }));

test('all of a zone is worked out again for its broker, and for nobody else', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    const ordered = async () => {
      const { rows } = await tx.execute<{ listing: string }>(sql`
        select data ->> 'listing' as listing from pgboss.job where name = 'rank-listing'`);
      return rows.map(({ listing: id }) => Number(id));
    };
    for (const stranger of [at.buyer, { ...at.broker, viewedBy: { accountId: 1, name: 'operator' } }])
      expect(await rankZonesAgain(tx, stranger)).toMatchObject({ ok: false });
    const before = await ordered();
    valueOf(await rankZonesAgain(tx, at.broker));
    expect((await ordered()).filter((id) => !before.includes(id))).toEqual([at.need]);
  }));

test('a term is counted as often as documents have it, whatever is changed or goes', () =>
  inRollback(async (tx) => {
    const { at } = await market(tx);
    await say(tx, at.offer, '完全不同', '另一段文字。');
    await rankListing(tx, at.offer, now);
    await tx.execute(sql`delete from match_document where listing_id = ${at.need}`);
    const { rows } = await tx.execute(sql`
      select term, documents, (select count(*)::int from match_document where term = any(terms)) as really
      from match_term where documents <> (select count(*) from match_document where term = any(terms))`);
    expect(rows).toEqual([]);
  }));
