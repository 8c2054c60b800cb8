import { sql, type SQL } from 'drizzle-orm';
import { isOperator, organisationsOf, zonesAs, type Actor } from '#accounts/actor.ts';

/** Connections this person has to do with: as a broker of a zone, or for an organisation. */
export function ofActor(actor: Actor): SQL {
  if (isOperator(actor)) return sql`true`;
  const zones = zonesAs(actor, ['broker']);
  const organisations = organisationsOf(actor);
  return sql`(need_zone_code = any(${sql.param(zones)}::text[]) or offer_zone_code = any(${sql.param(zones)}::text[])
    or need_organisation_id = any(${sql.param(organisations)}::bigint[])
    or offer_organisation_id = any(${sql.param(organisations)}::bigint[]))`;
}

/** Whose turn it is, as `waitsFor` says it (waits.ts). */
export const turn = sql`case state
  when 'suggested' then 'broker'
  when 'proposed' then case
    when need_accepted_at is null and offer_accepted_at is null then 'both'
    when need_accepted_at is null then 'need' else 'offer' end
  when 'agreement' then coalesce((
    select case when need_confirmed_at is null and offer_confirmed_at is null then 'both'
      when need_confirmed_at is null then 'need' else 'offer' end
    from connection_amount where connection_id = connection.id and withdrawn_at is null
      and (need_confirmed_at is null or offer_confirmed_at is null)), 'nobody')
  when 'ended' then 'nobody'
  else case when broker_id is null then 'both' else 'broker' end end`;
