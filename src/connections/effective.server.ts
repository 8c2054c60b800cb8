import { sql } from 'drizzle-orm';

/** Connections that are effective, since when and what they came to, as `effectiveOf` says it (ledger.ts). */
export const effective = sql`(
  select connection_id, (array_agg(agreed_on order by id) filter (where document is not null))[1] as since,
    sum(increment) as amount
  from connection_amount
  where withdrawn_at is null and need_confirmed_at is not null and offer_confirmed_at is not null
  group by connection_id having bool_or(document is not null))`;
