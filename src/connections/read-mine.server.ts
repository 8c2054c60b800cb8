import { sql } from 'drizzle-orm';
import { isOperator, organisationsOf, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { ListedConnection } from './list.ts';
import { deskConnections } from './read-list.server.ts';
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

export interface OwnListing {
  readonly id: number;
  readonly side: 'need' | 'offer';
  readonly title: TwoText;
  readonly suggested: number;
}

const shown = 20;

/** A member's own: proposals to answer, what is under way, needs and offers with how many are suggested for each. */
export async function mineOf(
  tx: Tx,
  actor: Actor,
): Promise<{ connections: readonly ListedConnection[]; listings: readonly OwnListing[] } | undefined> {
  const organisations = organisationsOf(actor);
  if (organisations.length === 0) return undefined;
  const asked = { filters: {}, sort: { key: 'moved', descending: false }, columns: [] };
  const { connections } = await deskConnections(tx, actor, { ...asked, limit: shown });
  const { rows } = await tx.execute<{
    id: string;
    side: 'need' | 'offer';
    zh: string;
    en: string;
    suggested: number;
  }>(sql`
    select listing.id::text, side, coalesce(max(title) filter (where lang = 'zh'), max(title)) as zh,
      coalesce(max(title) filter (where lang = 'en'), max(title)) as en,
      (select count(*)::int from connection where state = 'suggested' and listing.id in (need_id, offer_id)) as suggested
    from listing join listing_edition on listing_id = listing.id
    where organisation_id = any(${sql.param(organisations)}::bigint[]) and state not in ('closed', 'expired')
    group by listing.id order by listing.id desc limit ${shown}`);
  return {
    connections,
    listings: rows.map(({ id, side, zh, en, suggested }) => ({ id: Number(id), side, title: { zh, en }, suggested })),
  };
}
