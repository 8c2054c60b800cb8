import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoSides, written } from '../../tests/support/listings.ts';
import { funnelQuery } from './funnel.ts';
import { funnelFor } from './read-funnel.server.ts';

const ask = (said: Record<string, string> = {}) => funnelQuery.parse(said);
const counts = ({ steps }: Awaited<ReturnType<typeof funnelFor>>) => steps.map(({ count }) => count);

/** Four needs: one agreed upon, one ended after its proposal, one published alone, one only handed in; and a draft. */
async function world(tx: Tx) {
  const { here, there, enterprise, institute, member, otherMember } = await twoSides(tx);
  const needs: number[] = [];
  for (let n = 0; n < 5; n += 1) needs.push(await written(tx, member, { organisationId: enterprise }));
  const offers = [
    await written(tx, otherMember, { side: 'offer', organisationId: institute }),
    await written(tx, otherMember, { side: 'offer', organisationId: institute }),
  ];
  const [agreed, ended, alone, handedIn] = needs;
  await tx.execute(sql`update listing set state = 'submitted', submitted_at = '2026-03-01T00:00:00Z', industries = '{new-materials}'
    where id = any(${sql.param([agreed, ended, alone, handedIn])}::bigint[])`);
  await tx.execute(sql`update listing set state = 'published', checked_at = '2026-03-03T00:00:00Z', published_at = '2026-03-03T00:00:00Z',
    expires_at = '2027-03-03T00:00:00Z' where id = any(${sql.param([agreed, ended, alone])}::bigint[])`);
  await tx.execute(sql`update listing set submitted_at = '2025-12-31T15:59:00Z' where id = ${alone}`);
  const connect = async (need: number | undefined, offer: number | undefined) => {
    const { rows } = await tx.execute<{
      id: string;
    }>(sql`insert into connection (need_id, offer_id, need_organisation_id,
      offer_organisation_id, need_zone_code, offer_zone_code, origin, created_at, proposed_at, silent_until, state)
      values (${need}, ${offer}, ${enterprise}, ${institute}, ${here}, ${there}, 'hand', '2026-03-03T00:00:00Z',
      '2026-03-05T00:00:00Z', '2026-03-19T00:00:00Z', 'proposed') returning id`);
    return Number(rows[0]?.id);
  };
  const first = await connect(agreed, offers[0]);
  await tx.execute(sql`update connection set state = 'agreement', need_accepted_at = '2026-03-06T00:00:00Z',
    offer_accepted_at = '2026-03-09T00:00:00Z' where id = ${first}`);
  for (const offer of offers) {
    const id = await connect(ended, offer);
    await tx.execute(
      sql`update connection set state = 'ended', end_reason = 'price', ended_at = now() where id = ${id}`,
    );
  }
  return { first, here, there, enterprise, institute };
}

/** An amount in the ledger that both confirmed. */
async function confirm(tx: Tx, id: number, { increment, document }: { increment: number; document: boolean }) {
  await tx.execute(sql`
    with proof as (
      insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, uploaded_by, uploader_name)
      select need_zone_code, 'contract.pdf', 'application/pdf', 1, 1, 'x', '[]', 'a', 'a' from connection where id = ${id}
      returning id
    )
    insert into connection_amount (connection_id, contract_kind, amount, increment, agreed_on, side, actor, actor_name,
      document, need_confirmed_at, offer_confirmed_at)
    select ${id}, 'service', ${increment}, ${increment}, '2026-04-01', 'need', 'a', 'a',
      case when ${document} then (select proof.id from proof) end, '2026-04-01T00:00:00Z', '2026-04-08T00:00:00Z'`);
}

test('each need counts once at every step it reached, whatever became of it later', () =>
  inRollback(async (tx) => {
    await world(tx);
    const funnel = await funnelFor(tx, ask());
    expect(counts(funnel)).toEqual([4, 3, 3, 2, 2, 1, 0]);
    expect(funnel.losses).toEqual([{ reason: 'price', count: 2 }]);
    expect(funnel.steps.map(({ days }) => days)).toEqual([undefined, 2, 0, 0, 2, 4, undefined]);
  }));

test('an agreement counts once it has a document and both confirmed it, with every increment', () =>
  inRollback(async (tx) => {
    const { first } = await world(tx);
    await confirm(tx, first, { increment: 800_000, document: false });
    expect(await funnelFor(tx, ask())).toMatchObject({ amount: 0 });
    expect(counts(await funnelFor(tx, ask()))[6]).toBe(0);
    await confirm(tx, first, { increment: 200_000.5, document: true });
    const funnel = await funnelFor(tx, ask());
    expect([counts(funnel)[6], funnel.amount, funnel.steps[6]?.days]).toEqual([1, 1_000_000.5, 30]);
  }));

test('filters follow the zone, the year on China’s clock, the industry and the organisation', () =>
  inRollback(async (tx) => {
    const { here, there, enterprise, institute } = await world(tx);
    expect(counts(await funnelFor(tx, ask({ zone: here })))[0]).toBe(4);
    expect(counts(await funnelFor(tx, ask({ zone: there })))[0]).toBe(0);
    expect(counts(await funnelFor(tx, ask({ year: '2025' })))).toEqual([1, 1, 1, 0, 0, 0, 0]);
    expect(counts(await funnelFor(tx, ask({ year: '2026' })))[0]).toBe(3);
    expect(counts(await funnelFor(tx, ask({ industry: 'new-materials' })))[0]).toBe(4);
    expect(counts(await funnelFor(tx, ask({ industry: 'biomedicine' })))[0]).toBe(0);
    expect(counts(await funnelFor(tx, ask({ organisation: String(enterprise) })))[0]).toBe(4);
    expect(counts(await funnelFor(tx, ask({ organisation: String(institute) })))[0]).toBe(0);
    expect(counts(await funnelFor(tx, ask({ side: 'offer' })))[0]).toBe(0);
  }));
