import { sql } from 'drizzle-orm';
import { holds, isOperator, organisationsOf, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { ofReader, ofUnits } from './read-list.server.ts';

export interface WaitingSlips {
  readonly assign: number;
  readonly unit: number;
  readonly recheck: number;
  readonly red: number;
  readonly blockers: number;
  /** Of a member: blockers of the own organisation that it is asked about. */
  readonly word: number;
}

/** How much waits for this person of slips and blockers. */
export async function waitingSlips(tx: Tx, actor: Actor): Promise<WaitingSlips> {
  const all = isOperator(actor);
  const directed = sql`(${all} or slip.zone_code = any(${sql.param(zonesAs(actor, ['publisher', 'leader']))}::text[]))`;
  const settled = sql`(${all} or zone_code = any(${sql.param(zonesAs(actor, ['publisher', 'leader', 'broker']))}::text[]))`;
  const leads = holds(actor, ['leader'], zonesAs(actor, ['leader'])[0]);
  const { rows } = await tx.execute<{ [K in keyof WaitingSlips]: number }>(sql`
    select count(*) filter (where state = 'raised' and ${directed})::int as assign,
      count(*) filter (where state in ('assigned', 'answered') and ${ofUnits(actor)})::int as unit,
      count(*) filter (where state = 'solved' and ${directed})::int as recheck,
      count(*) filter (where colour = 'red' and ${leads})::int as red,
      (select count(*) from blocker where state = 'filed' and ${settled})::int as blockers,
      (select count(*) from blocker where asked_at is not null and said = '' and state in ('taken', 'solved')
        and organisation_id = any(${sql.param(organisationsOf(actor))}::bigint[]))::int as word
    from slip where state <> 'closed' and ${ofReader(actor)}`);
  return rows[0] ?? { assign: 0, unit: 0, recheck: 0, red: 0, blockers: 0, word: 0 };
}
