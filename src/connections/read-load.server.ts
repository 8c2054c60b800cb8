import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { effective } from './effective.server.ts';
import { zonesOfLoad, type Load } from './load.ts';
import type { NamedAccount } from './read-people.server.ts';
import { zoneNamesOf, type ZoneChoice } from './read-zone-choices.server.ts';

/** The zones whose brokers this person sees: their own, and an operator those that have any. */
export async function loadZones(tx: Tx, actor: Actor): Promise<ZoneChoice[]> {
  const zones = zonesOfLoad(actor);
  if (zones !== 'all') return zoneNamesOf(tx, zones);
  const { rows } = await tx.execute<{ code: string }>(sql`
    select distinct zone_code as code from membership where role = 'broker' and zone_code is not null`);
  return zoneNamesOf(
    tx,
    rows.map(({ code }) => code),
  );
}

/** The brokers of these zones who still work. */
export async function brokersIn(tx: Tx, zones: readonly string[]): Promise<NamedAccount[]> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select distinct account.id::text as id, account.name from membership join account on account.id = account_id
    where role = 'broker' and disabled_at is null and zone_code = any(${sql.param([...zones])}::text[])
    order by account.name, 1`);
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

type Counted = {
  id: string | null;
  name: string;
  needs: number;
  offers: number;
  states: Record<string, number> | null;
  overdue: number;
  moved: number;
  effective: number;
  amount: string;
};

/** What each broker of the zone has in hand there, and what nobody has; of a zone that is not this person's, nothing. */
export async function loadFor(tx: Tx, actor: Actor, { zone, year }: { zone: string; year: number }): Promise<Load[]> {
  const own = zonesOfLoad(actor);
  if (own !== 'all' && !own.includes(zone)) return [];
  const { rows } = await tx.execute<Counted>(sql`
    with broker as (
      select distinct account.id, account.name from membership join account on account.id = account_id
      where role = 'broker' and disabled_at is null and zone_code = ${zone}
      union all select null, ''
    ),
    held as (
      select broker_id, state, count(*)::int as count,
        count(*) filter (where next_step_on < (now() at time zone 'Asia/Shanghai')::date)::int as overdue,
        count(*) filter (where moved_at > now() - interval '30 days')::int as moved,
        count(one.since)::int as effective, coalesce(sum(one.amount) filter (where one.since is not null), 0) as amount
      from connection left join ${effective} as one
        on one.connection_id = connection.id and extract(year from one.since) = ${year}
      where state <> 'ended' and ${zone} in (need_zone_code, offer_zone_code)
      group by broker_id, state
    ),
    summed as (
      select broker_id, jsonb_object_agg(state, count) as states, sum(overdue)::int as overdue, sum(moved)::int as moved,
        sum(effective)::int as effective, sum(amount) as amount
      from held group by broker_id
    ),
    listed as (
      select broker_id, count(*) filter (where side = 'need')::int as needs,
        count(*) filter (where side = 'offer')::int as offers
      from listing where state = 'published' and zone_code = ${zone} group by broker_id
    )
    select broker.id::text as id, broker.name, coalesce(needs, 0) as needs, coalesce(offers, 0) as offers, states,
      coalesce(overdue, 0) as overdue, coalesce(moved, 0) as moved, coalesce(effective, 0) as effective,
      coalesce(amount, 0)::text as amount
    from broker left join summed on summed.broker_id is not distinct from broker.id
      left join listed on listed.broker_id is not distinct from broker.id
    order by broker.id is null, broker.name, broker.id`);
  return rows.map(loadOf);
}

function loadOf({ id, name, states, amount, ...row }: Counted): Load {
  return {
    ...row,
    broker: id === null ? undefined : { id: Number(id), name },
    states: (states ?? {}) as Load['states'],
    amount: Number(amount),
  };
}
