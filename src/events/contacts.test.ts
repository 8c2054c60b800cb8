import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { inRollback } from '../../tests/support/database.ts';
import { arranged, broker, early, here, listing, there } from '../../tests/support/events.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { eventsFollow } from './follow-organisation.server.ts';
import { publicOutcome } from './outcome.ts';
import { contactPairs, outcomeOf } from './read-outcome.server.ts';
import { markContacts, proposeContacts } from './write-contacts.server.ts';

const after = new Date('2026-09-11T07:30:00Z');

test('whom people met becomes proposals that name the event, once, and the event tells what came of them', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 3);
    const [a, b, c] = all.sides.map((side) => side.organisation);
    const need = await listing(tx, { side: 'need', organisation: a ?? 0 });
    const offer = await listing(tx, { side: 'offer', organisation: b ?? 0, zone: there });
    await listing(tx, { side: 'offer', organisation: c ?? 0 });
    const mine = { id: all.sides[0]?.registration ?? 0, organisations: [b ?? 0, 999_999] };
    expect(await markContacts(tx, theSystem, { ...mine, now: early })).toMatchObject({ ok: false });
    expect((await markContacts(tx, theSystem, { ...mine, now: after })).ok).toBe(true);
    expect(await contactPairs(tx, all.event)).toMatchObject([{ needId: need, offerId: offer, state: null }]);
    expect(await proposeContacts(tx, broker, { event: all.event })).toEqual({
      ok: true,
      value: { proposed: 1, refused: 0 },
    });
    expect(await proposeContacts(tx, broker, { event: all.event })).toEqual({
      ok: true,
      value: { proposed: 0, refused: 0 },
    });
    const { rows } = await tx.execute(sql`select origin, event_id::int, state from connection`);
    expect(rows).toEqual([{ origin: 'event', event_id: all.event, state: 'proposed' }]);
    expect(await outcomeOf(tx, all.event)).toEqual({ attended: 0, proposed: 1, agreed: 0, amount: 0 });
  }));

test('what matching had suggested already counts as come of the event when it is proposed there', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 2);
    const [a = 0, b = 0] = all.sides.map((side) => side.organisation);
    const need = await listing(tx, { side: 'need', organisation: a });
    const offer = await listing(tx, { side: 'offer', organisation: b, zone: there });
    await tx.execute(sql`insert into connection (need_id, offer_id, need_organisation_id, offer_organisation_id,
        need_zone_code, offer_zone_code, origin, score)
      values (${need}, ${offer}, ${a}, ${b}, ${here}, ${there}, 'matching', 0.7)`);
    await markContacts(tx, theSystem, { id: all.sides[0]?.registration ?? 0, organisations: [b], now: after });
    expect(await proposeContacts(tx, broker, { event: all.event })).toMatchObject({ value: { proposed: 1 } });
    expect(await outcomeOf(tx, all.event)).toMatchObject({ proposed: 1 });
  }));

test('two records of one organisation that become one keep who registered and whom they met', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const all = await arranged(tx, 3);
    const [from = 0, to = 0] = all.sides.map((side) => side.organisation);
    const [guestOf] = all.sides.map((side) => side.registration);
    await markContacts(tx, theSystem, { id: all.sides[2]?.registration ?? 0, organisations: [from, to], now: after });
    expect((await eventsFollow.follow(tx, broker, { from, to })).ok).toBe(true);
    const { rows } = await tx.execute(sql`select organisation_id::int as of from registration where id = ${guestOf}
      union all select organisation_id::int from event_contact`);
    expect(rows).toEqual([{ of: to }, { of: to }]);
  }));

test.each([
  [{ agreed: 0, amount: 0 }, 0],
  [{ agreed: 1, amount: 1_234_567 }, undefined],
  [{ agreed: 2, amount: 860_000 }, undefined],
  [{ agreed: 3, amount: 1_234_567 }, 1_234_567],
])('in public, what %j came to is %j', (of, shown) => {
  expect(publicOutcome({ attended: 0, proposed: 5, ...of }).amount).toBe(shown);
});
