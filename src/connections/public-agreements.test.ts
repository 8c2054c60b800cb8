import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectionIn, world } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import type { Tx } from '#platform/database.server.ts';
import { publicAgreementsOf } from './read-public-agreements.server.ts';

/** Agreed by both, with the paper that shows it. */
async function agreed(tx: Tx) {
  const at = await world(tx);
  const id = await connectionIn(tx, at, 'agreement');
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, uploaded_by, uploader_name)
    values (${at.here}, '合同.pdf', 'application/pdf', 1, 1, repeat('a', 64), '[]', 'x', 'x') returning id`);
  await tx.execute(sql`update connection_amount set need_confirmed_at = now(), offer_confirmed_at = now(), need_named = true, offer_named = true,
    document = ${rows[0]?.id} where connection_id = ${id}`);
  return { at, id };
}

const of = (tx: Tx, organisation: number) => publicAgreementsOf(tx, { organisation, lang: 'zh' });

test('an agreement stands on the pages of both, under what each published, and says nothing of money', () =>
  inRollback(async (tx) => {
    const { at } = await agreed(tx);
    const lab = { id: at.lab, name: { zh: '合肥材料研究院', en: '合肥材料研究院' } };
    expect(await of(tx, at.firm)).toEqual([
      { on: '2026-01-15', side: 'need', listing: at.need, title: '高温密封', lang: 'zh', other: lab },
    ]);
    expect(await of(tx, at.lab)).toMatchObject([{ side: 'offer', listing: at.offer, other: { id: at.firm } }]);
    expect(await of(tx, at.third)).toEqual([]);
  }));

test('a need that an institute solved without an offer of its own is named by the need on both pages', () =>
  inRollback(async (tx) => {
    const { at, id } = await agreed(tx);
    await tx.execute(sql`update connection set offer_id = null where id = ${id}`);
    expect(await of(tx, at.lab)).toMatchObject([{ side: 'need', listing: at.need }]);
  }));

type At = Awaited<ReturnType<typeof agreed>>;

test.each<[string, (one: At) => ReturnType<typeof sql>]>([
  ['whose need is anonymous', ({ at }) => sql`update listing set is_anonymous = true where id = ${at.need}`],
  ['whose offer is anonymous', ({ at }) => sql`update listing set is_anonymous = true where id = ${at.offer}`],
  ['whose need is limited', ({ at }) => sql`update listing set secrecy = 'limited' where id = ${at.need}`],
  ['whose need is in confidence', ({ at }) => sql`update listing set secrecy = 'confidential' where id = ${at.need}`],
  ['whose offer is in confidence', ({ at }) => sql`update listing set secrecy = 'confidential' where id = ${at.offer}`],
  ['whose offer was never published', ({ at }) => sql`update listing set state = 'checked' where id = ${at.offer}`],
  [
    'of an institute without a public page',
    ({ at }) => sql`update organisation set is_public = false where id = ${at.lab}`,
  ],
  ['of a firm without a public page', ({ at }) => sql`update organisation set is_public = false where id = ${at.firm}`],
  [
    'that one side did not confirm',
    ({ id }) => sql`update connection_amount set offer_confirmed_at = null where connection_id = ${id}`,
  ],
  [
    'that one side does not want to be named with',
    ({ id }) => sql`update connection_amount set offer_named = false where connection_id = ${id}`,
  ],
  ['that nothing shows', ({ id }) => sql`update connection_amount set document = null where connection_id = ${id}`],
  [
    'that was taken back',
    ({ id }) => sql`update connection_amount set withdrawn_at = now() where connection_id = ${id}`,
  ],
  [
    'that ended',
    ({ id }) => sql`update connection set state = 'ended', end_reason = 'other', ended_at = now() where id = ${id}`,
  ],
])('an agreement %s stands on no public page', (_, change) =>
  inRollback(async (tx) => {
    const one = await agreed(tx);
    await tx.execute(change(one));
    expect([...(await of(tx, one.at.firm)), ...(await of(tx, one.at.lab))]).toEqual([]);
  }),
);
