import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Outcome } from '#platform/outcome.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { readListing } from './read-work.server.ts';
import { acceptListing, closeListing, publishListing, renewListing, submitListing } from './write.server.ts';
import { deleteListing, recordInterview, setBlock, setOpen, takeOver } from './write-care.server.ts';
import { sendBackListing, settleComment } from './write-comments.server.ts';
import { createListing } from './write-create.server.ts';
import { saveListing } from './write-save.server.ts';
import { saveTranslation } from './write-translation.server.ts';

const fieldsOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field));

async function stateOf(tx: Tx, id: number) {
  return (await readListing(tx, id))?.listing;
}

async function told(tx: Tx) {
  const { rows } = await tx.execute<{ name: string; text: string }>(sql`
    select account.name, text_zh as text from notification join account on account.id = account_id order by notification.id`);
  return rows.map(({ name, text }) => `${name}: ${text}`);
}

test('a need goes from a draft to the public: written, handed in, accepted, published, each step told to who waits for it', () =>
  inRollback(async (tx) => {
    const { member, broker, enterprise } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    expect((await submitListing(tx, member, { id, seen: 2 })).ok).toBe(true);
    expect((await acceptListing(tx, broker, { id })).ok).toBe(true);
    expect((await publishListing(tx, broker, { id })).ok).toBe(true);
    const listing = await stateOf(tx, id);
    expect(listing).toMatchObject({ state: 'published', isOpen: true, brokerId: broker.accountId });
    expect(listing?.reference).toMatch(/^TR-\d{8}-\d{3}$/);
    const days = Number(listing?.expiresAt) - Number(listing?.publishedAt);
    expect(days).toBe(365 * 24 * 60 * 60 * 1000);
    expect(await told(tx)).toEqual([
      '周经理: 陈工提交了“车载激光雷达窗口片在 −40 ℃ 下不起雾”，等待受理',
      '陈工: 周经理受理了“车载激光雷达窗口片在 −40 ℃ 下不起雾”',
      '陈工: “车载激光雷达窗口片在 −40 ℃ 下不起雾”已发布',
    ]);
    const { rows } = await tx.execute(sql`select action, zone_code from history where kind = 'listing' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['made', 'edited', 'handed in', 'accepted', 'publish']);
    expect(new Set(rows.map(({ zone_code: zone }) => zone))).toEqual(new Set(['32101026']));
  }));

test('what is missing is said beside its field, before handing in and before publishing', () =>
  inRollback(async (tx) => {
    const { member, broker, enterprise } = await twoSides(tx);
    const made = await createListing(tx, member, {
      ...{ side: 'need', kind: 'technology', title: '需要一种材料', organisationId: enterprise, lang: 'zh' },
    });
    if (!made.ok) throw new Error('not made');
    const { id } = made.value;
    expect(fieldsOf(await submitListing(tx, member, { id }))).toEqual([
      ...['body', 'industryKeywords', 'technologyKeywords', 'targets', 'deadline'],
    ]);
    const content = { ...goodNeed, summary: '', cooperation: [] };
    expect((await saveListing(tx, member, { id, seen: 1, content })).ok).toBe(true);
    expect((await submitListing(tx, member, { id })).ok).toBe(true);
    expect((await acceptListing(tx, broker, { id })).ok).toBe(true);
    expect(fieldsOf(await publishListing(tx, broker, { id }))).toEqual(['summary', 'cooperation']);
    expect(await stateOf(tx, id)).toMatchObject({ state: 'checked', publishedAt: null });
  }));

test('sent back, it is a draft again with comments that stay until they are settled, and keeps its reference', () =>
  inRollback(async (tx) => {
    const { member, broker, enterprise } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    await submitListing(tx, member, { id });
    const { reference } = (await stateOf(tx, id)) ?? {};
    expect(fieldsOf(await sendBackListing(tx, broker, { id, comments: [] }))).toEqual(['says']);
    expect(fieldsOf(await sendBackListing(tx, broker, { id, comments: [{ field: 'nothing', says: 'x' }] }))).toEqual([
      'says',
    ]);
    const comments = [
      { field: 'targets', says: '请写明测试方法' },
      { field: null, says: '一次只写一个问题' },
    ];
    expect((await sendBackListing(tx, broker, { id, comments })).ok).toBe(true);
    expect(await stateOf(tx, id)).toMatchObject({ state: 'draft', reference });
    const { rows } = await tx.execute<{ id: string }>(sql`select id from listing_comment order by id`);
    const comment = Number(rows[0]?.id);
    expect((await settleComment(tx, member, { id, comment })).ok).toBe(true);
    expect(fieldsOf(await settleComment(tx, member, { id, comment }))).toEqual(['comment']);
    await submitListing(tx, member, { id });
    expect(await stateOf(tx, id)).toMatchObject({ state: 'submitted', reference });
    expect(fieldsOf(await saveListing(tx, broker, { id, seen: 2, content: { ...goodNeed, kind: 'result' } }))).toEqual([
      'kind',
    ]);
  }));

test('it is closed for a reason that is kept, renewed once, and never opened again', () =>
  inRollback(async (tx) => {
    const { member, broker, enterprise } = await twoSides(tx);
    const id = await written(tx, broker, { organisationId: enterprise });
    for (const step of [submitListing, acceptListing, publishListing]) await step(tx, broker, { id });
    const before = Number((await stateOf(tx, id))?.expiresAt);
    expect((await renewListing(tx, member, { id })).ok).toBe(true);
    expect((await renewListing(tx, member, { id })).ok).toBe(false);
    expect(Number((await stateOf(tx, id))?.expiresAt) - before).toBe(365 * 24 * 60 * 60 * 1000);
    expect((await setOpen(tx, member, { id, isOpen: false })).ok).toBe(true);
    expect(fieldsOf(await closeListing(tx, member, { id, reason: 'bored' }))).toEqual(['reason']);
    expect(fieldsOf(await closeListing(tx, member, { id, reason: 'other', note: ' ' }))).toEqual(['note']);
    expect((await closeListing(tx, member, { id, reason: 'solved-elsewhere' })).ok).toBe(true);
    expect(await stateOf(tx, id)).toMatchObject({ state: 'closed', closedReason: 'solved-elsewhere', isOpen: false });
    const again = [
      ...[await submitListing(tx, broker, { id }), await publishListing(tx, broker, { id })],
      ...[await setOpen(tx, broker, { id, isOpen: true }), await renewListing(tx, broker, { id })],
      await saveListing(tx, broker, { id, seen: 2, content: goodNeed }),
    ];
    expect(again.map(({ ok }) => ok)).toEqual(again.map(() => false));
  }));

test('nothing is overwritten in silence: who saw an older revision is told so', () =>
  inRollback(async (tx) => {
    const { member, broker, enterprise } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    const mine = { ...goodNeed, body: '我写的' };
    expect(await saveListing(tx, broker, { id, seen: 2, content: mine })).toMatchObject({ value: { revision: 3 } });
    expect(fieldsOf(await saveListing(tx, member, { id, seen: 2, content: goodNeed }))).toEqual(['revision']);
    expect((await submitListing(tx, member, { id, seen: 2 })).ok).toBe(false);
    expect(await saveListing(tx, broker, { id, seen: 3, content: mine })).toMatchObject({ value: { revision: 3 } });
  }));

test('a translation fits the original until its words change, not when a fact does', () =>
  inRollback(async (tx) => {
    const { member, enterprise } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    const texts = { title: 'A lidar window that does not fog', targetNames: ['Transmittance'] };
    const asked = { id, lang: 'en', madeHow: 'machine', texts } as const;
    expect((await saveTranslation(tx, member, { ...asked, lang: 'zh', seen: 2 })).ok).toBe(false);
    expect(fieldsOf(await saveTranslation(tx, member, { ...asked, seen: 1 }))).toEqual(['revision']);
    expect(await saveTranslation(tx, member, { ...asked, seen: 2 })).toMatchObject({ value: { revision: 3 } });
    const madeFrom = async () => {
      const work = await readListing(tx, id);
      const edition = work?.editions.find(({ lang }) => lang === 'en');
      return [edition?.madeFrom, work?.listing.revision, work?.targets[0]?.nameEn];
    };
    expect(await madeFrom()).toEqual([3, 3, 'Transmittance']);
    await saveListing(tx, member, { id, seen: 3, content: { ...goodNeed, budgetHigh: 2_000_000 } });
    expect(await madeFrom()).toEqual([4, 4, 'Transmittance']);
    await saveListing(tx, member, { id, seen: 4, content: { ...goodNeed, body: '换了说法' } });
    expect(await madeFrom()).toEqual([4, 5, 'Transmittance']);
    // Held against the original and saved as it is, it fits again.
    await saveTranslation(tx, member, { ...asked, seen: 5 });
    expect(await madeFrom()).toEqual([6, 6, 'Transmittance']);
  }));

test('interviews, blocks and brokers are the zone’s own; a draft nobody has seen can be deleted', () =>
  inRollback(async (tx) => {
    const { member, broker, otherBroker, enterprise, there } = await twoSides(tx);
    const id = await written(tx, member, { organisationId: enterprise });
    const talk = { id, heldOn: '2026-01-05', withWhom: '研发总监', learned: '真正的问题是密封。' };
    expect((await recordInterview(tx, broker, talk)).ok).toBe(true);
    expect(fieldsOf(await recordInterview(tx, broker, { ...talk, heldOn: '2999-01-01' }))).toEqual(['heldOn']);
    expect(fieldsOf(await recordInterview(tx, broker, { ...talk, learned: ' ' }))).toEqual(['learned']);
    expect((await takeOver(tx, broker, { id })).ok).toBe(true);
    expect(fieldsOf(await takeOver(tx, broker, { id, broker: otherBroker.accountId ?? 0 }))).toEqual(['broker']);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into unit (zone_code, kind, name_zh) values (${there}, 'block', '别处') returning id`);
    expect(fieldsOf(await setBlock(tx, broker, { id, unit: Number(rows[0]?.id) }))).toEqual(['unit']);
    expect((await deleteListing(tx, member, { id })).ok).toBe(true);
    expect(await stateOf(tx, id)).toBeUndefined();
    const second = await written(tx, member, { organisationId: enterprise });
    await submitListing(tx, member, { id: second });
    expect((await deleteListing(tx, broker, { id: second })).ok).toBe(false);
  }));
