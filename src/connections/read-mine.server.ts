import { sql } from 'drizzle-orm';
import { isOperator, organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { ofActor, turn } from './scope.server.ts';

/** How many connections wait for this person, by what for. */
export async function waitingConnections(tx: Tx, actor: Actor) {
  const organisations = organisationsOf(actor);
  const isBroker = isOperator(actor) || actor.memberships.some(({ role }) => role === 'broker');
  if (organisations.length === 0 && !isBroker) return { toAnswer: 0, toMove: 0, free: 0 };
  const own = sql.param(organisations);
  const { rows } = await tx.execute<{ toAnswer: number; toMove: number; free: number }>(sql`
    select count(*) filter (where state in ('proposed', 'agreement') and (
        waits in ('need', 'both') and need_organisation_id = any(${own}::bigint[])
        or waits in ('offer', 'both') and offer_organisation_id = any(${own}::bigint[])))::int as "toAnswer",
      count(*) filter (where waits = 'broker' and broker_id = ${actor.accountId ?? 0})::int as "toMove",
      count(*) filter (where ${isBroker} and broker_id is null and state <> 'agreement')::int as free
    from (select *, ${turn} as waits from connection where state not in ('suggested', 'ended') and ${ofActor(actor)}) waiting`);
  return rows[0] ?? { toAnswer: 0, toMove: 0, free: 0 };
}

/** For how many of the other side each of these listings of a member's own is suggested; what only brokers have checked is theirs. */
export async function suggestedFor(tx: Tx, listings: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (listings.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; count: number }>(sql`
    select own.id::text, count(*)::int as count
    from unnest(${sql.param(listings)}::bigint[]) as own (id)
      join connection on own.id in (need_id, offer_id) and connection.state = 'suggested'
      left join listing other on other.id = case when need_id = own.id then offer_id else need_id end
    where other.state = 'published' or offer_id is null
    group by own.id`);
  return new Map(rows.map(({ id, count }) => [Number(id), count]));
}
