import { sql } from 'drizzle-orm';

/** Connections that are effective, since when, what they came to and whether both let it be said, as `effectiveOf` says it (ledger.ts). */
export const effective = sql`(
  select connection_id, (array_agg(agreed_on order by id) filter (where document is not null))[1] as since,
    sum(increment) as amount, bool_or(need_named) and bool_or(offer_named) as is_named
  from connection_amount
  where withdrawn_at is null and need_confirmed_at is not null and offer_confirmed_at is not null
  group by connection_id having bool_or(document is not null))`;
