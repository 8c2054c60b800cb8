import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/**
 * Lets the members of one organisation act for another, which it has become; also those who are invited and have not come
 * yet. Answers the accounts. Who may do so is asked by the verb that makes two organisations one.
 */
export async function moveMembers(tx: Tx, { from, to }: { from: number; to: number }): Promise<number[]> {
  await tx.execute(sql`
    insert into membership (account_id, role, zone_code, unit_id, organisation_id)
    select account_id, role, zone_code, unit_id, ${to} from membership where organisation_id = ${from}
    on conflict do nothing`);
  const { rows } = await tx.execute<{ account: string }>(
    sql`delete from membership where organisation_id = ${from} returning account_id as account`,
  );
  await tx.execute(sql`
    update invitation set memberships = (
      select jsonb_agg(case when one -> 'organisation' = to_jsonb(${from}::bigint)
        then one || jsonb_build_object('organisation', ${to}::bigint) else one end order by place)
      from jsonb_array_elements(memberships) with ordinality as given (one, place))
    where used_at is null and memberships @> jsonb_build_array(jsonb_build_object('organisation', ${from}::bigint))`);
  return rows.map(({ account }) => Number(account));
}
