import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { visitor, type Actor, type Role } from '#accounts/actor.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { deskListings } from './read-desk-list.server.ts';
import { deedsOf, interviewsOf, listingAtDesk } from './read-desk.server.ts';
import {
  acceptListing,
  closeListing,
  publishListing,
  recallListing,
  renewListing,
  submitListing,
} from './write.server.ts';
import { deleteListing, recordInterview, setBlock, setOpen, takeOver } from './write-care.server.ts';
import { sendBackListing, settleComment } from './write-comments.server.ts';
import { createListing } from './write-create.server.ts';
import { saveListing } from './write-save.server.ts';
import { saveTranslation } from './write-translation.server.ts';

type Verb = (tx: Tx, actor: Actor, id: number) => Promise<Outcome<unknown>>;
const texts = { title: 'x' };
const comments = [{ field: null, says: 'x' }];
const talk = { heldOn: '2026-01-01', withWhom: 'x', learned: 'x' };
const verbs: Readonly<Record<string, Verb>> = {
  save: (tx, actor, id) => saveListing(tx, actor, { id, seen: 2, content: { ...goodNeed, body: 'x' } }),
  translate: (tx, actor, id) => saveTranslation(tx, actor, { id, seen: 2, lang: 'en', madeHow: 'human', texts }),
  submit: (tx, actor, id) => submitListing(tx, actor, { id }),
  recall: (tx, actor, id) => recallListing(tx, actor, { id }),
  accept: (tx, actor, id) => acceptListing(tx, actor, { id }),
  publish: (tx, actor, id) => publishListing(tx, actor, { id }),
  'send back': (tx, actor, id) => sendBackListing(tx, actor, { id, comments }),
  renew: (tx, actor, id) => renewListing(tx, actor, { id }),
  close: (tx, actor, id) => closeListing(tx, actor, { id, reason: 'withdrawn' }),
  open: (tx, actor, id) => setOpen(tx, actor, { id, isOpen: false }),
  'take over': (tx, actor, id) => takeOver(tx, actor, { id }),
  block: (tx, actor, id) => setBlock(tx, actor, { id, unit: null }),
  interview: (tx, actor, id) => recordInterview(tx, actor, { id, ...talk }),
  settle: (tx, actor, id) => settleComment(tx, actor, { id, comment: 1 }),
  delete: (tx, actor, id) => deleteListing(tx, actor, { id }),
};

async function everything(tx: Tx) {
  const { rows } = await tx.execute(sql`select (select jsonb_agg(l order by id) from listing l) as l,
    (select jsonb_agg(e) from listing_edition e) as e, (select jsonb_agg(t) from listing_target t) as t,
    (select jsonb_agg(c) from listing_comment c) as c, (select jsonb_agg(i) from listing_interview i) as i,
    (select count(*) from history) as h, (select count(*) from notification) as n`);
  return rows;
}

/** A draft and one in each later state. */
async function inEveryState(tx: Tx, actor: Actor, organisationId: number): Promise<number[]> {
  const steps = [submitListing, acceptListing, publishListing] as const;
  const ids: number[] = [];
  for (const count of [0, 1, 2, 3]) {
    const id = await written(tx, actor, { organisationId });
    for (const step of steps.slice(0, count)) await step(tx, actor, { id });
    ids.push(id);
  }
  return ids;
}

const roles: readonly Role[] = ['editor', 'publisher', 'officer', 'leader'];

test.each(Object.entries(verbs))('%s: every stranger is refused, in every state, and nothing changes', (_, verb) =>
  inRollback(async (tx) => {
    const { broker, otherBroker, member, otherMember, enterprise, here } = await twoSides(tx);
    const ids = await inEveryState(tx, broker, enterprise);
    const viewedBy = { accountId: 1, name: 'operator' };
    const strangers = [
      ...[visitor, otherBroker, otherMember, { ...broker, viewedBy }, { ...member, viewedBy }],
      ...roles.map((role): Actor => ({ id: 'account:9', name: role, memberships: [{ role, zone: here }] })),
    ];
    const before = await everything(tx);
    for (const stranger of strangers)
      for (const id of ids)
        expect([stranger.name, id, (await verb(tx, stranger, id)).ok]).toEqual([stranger.name, id, false]);
    expect(await everything(tx)).toEqual(before);
  }),
);

test.each(['accept', 'publish', 'send back', 'take over', 'block', 'interview'])('%s is not a member’s to do', (name) =>
  inRollback(async (tx) => {
    const { broker, member, enterprise } = await twoSides(tx);
    const ids = await inEveryState(tx, broker, enterprise);
    const before = await everything(tx);
    for (const id of ids) expect((await verbs[name]?.(tx, member, id))?.ok).toBe(false);
    expect(await everything(tx)).toEqual(before);
  }),
);

test('a member takes back what no broker has accepted yet; a broker sends back instead', () =>
  inRollback(async (tx) => {
    const { broker, member, enterprise } = await twoSides(tx);
    const [draft = 0, submitted = 0, checked = 0, published = 0] = await inEveryState(tx, broker, enterprise);
    for (const id of [draft, checked, published]) expect((await recallListing(tx, member, { id })).ok).toBe(false);
    expect((await recallListing(tx, broker, { id: submitted })).ok).toBe(false);
    expect((await recallListing(tx, member, { id: submitted, seen: 1 })).ok).toBe(false);
    expect((await recallListing(tx, member, { id: submitted, seen: 2 })).ok).toBe(true);
    const again = await listingAtDesk(tx, member, { id: submitted, side: 'need' });
    expect(again).toMatchObject({ state: 'draft', may: { write: true, delete: false } });
    expect(again?.reference).toMatch(/^TR-/);
    expect((await submitListing(tx, member, { id: submitted })).ok).toBe(true);
    expect(await listingAtDesk(tx, member, { id: submitted, side: 'need' })).toMatchObject({
      reference: again?.reference,
    });
  }));

test('a member writes in a draft alone; what was handed in is the broker’s to change', () =>
  inRollback(async (tx) => {
    const { broker, member, enterprise } = await twoSides(tx);
    const [, submitted = 0, , published = 0] = await inEveryState(tx, broker, enterprise);
    const content = { ...goodNeed, body: '改过' };
    for (const id of [submitted, published]) {
      expect((await saveListing(tx, member, { id, seen: 2, content })).ok).toBe(false);
      expect((await saveListing(tx, broker, { id, seen: 2, content })).ok).toBe(true);
      // Nor may what others have in hand lose what it was taken with.
      const less = await saveListing(tx, broker, { id, seen: 3, content: { ...content, targets: [] } });
      expect(less).toMatchObject({ ok: false, problems: [{ field: 'targets' }] });
    }
  }));

test('one is begun for an own organisation only, and never through another’s eyes', () =>
  inRollback(async (tx) => {
    const { broker, otherBroker, member, otherMember, enterprise } = await twoSides(tx);
    const asked = { side: 'need', kind: 'technology', title: 'x', organisationId: enterprise, lang: 'zh' };
    const viewed = { ...member, viewedBy: { accountId: 1, name: 'operator' } };
    for (const stranger of [visitor, otherBroker, otherMember, viewed])
      expect(await createListing(tx, stranger, asked)).toMatchObject({
        ok: false,
        problems: [{ field: 'organisation' }],
      });
    expect((await createListing(tx, broker, { ...asked, organisationId: 999_999 })).ok).toBe(false);
    expect((await createListing(tx, member, { ...asked, state: 'published' })).ok).toBe(false);
    expect((await createListing(tx, member, { ...asked, kind: 'service' })).ok).toBe(false);
    expect((await createListing(tx, member, { ...asked, title: 'a\u0000' })).ok).toBe(false);
    expect((await createListing(tx, member, asked)).ok).toBe(true);
  }));

test('another’s listing answers like one that does not exist, also once it is public; interviews are the zone’s', () =>
  inRollback(async (tx) => {
    const { broker, otherBroker, member, otherMember, enterprise, here } = await twoSides(tx);
    const ids = await inEveryState(tx, broker, enterprise);
    const [id = 0] = ids;
    await recordInterview(tx, broker, { id, ...talk });
    for (const one of ids)
      for (const stranger of [visitor, otherBroker, otherMember])
        expect(await listingAtDesk(tx, stranger, { id: one, side: 'need' })).toBeUndefined();
    expect(await listingAtDesk(tx, member, { id, side: 'offer' })).toBeUndefined();
    expect(await listingAtDesk(tx, member, { id, side: 'need' })).toMatchObject({
      may: { write: true, broker: false },
    });
    const asked = { side: 'need', filters: {}, sort: { key: 'updated', descending: true }, columns: [] } as const;
    const totals: number[] = [];
    for (const actor of [broker, member, otherBroker, otherMember])
      totals.push((await deskListings(tx, actor, asked)).total);
    expect(totals).toEqual([4, 4, 0, 0]);
    const listing = { id, zoneCode: here };
    expect(await interviewsOf(tx, broker, listing)).toHaveLength(1);
    expect(await interviewsOf(tx, member, listing)).toEqual([]);
    expect(await deedsOf(tx, broker, listing)).not.toEqual([]);
    expect(await deedsOf(tx, member, listing)).toEqual([]);
  }));
