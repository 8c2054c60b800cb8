import { sql } from 'drizzle-orm';
import type { Role } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import type { SlipRow } from './read-row.server.ts';

export interface Told {
  readonly accounts: readonly number[];
  /** Of people who have no account. */
  readonly addresses: readonly string[];
}

export type Reader = 'person' | 'officers' | 'head' | 'publishers' | 'leaders';

/** The accounts that hold one of these roles in the zone. */
export async function holdersOf(db: Db, zone: string, roles: readonly Role[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct account.id::text from membership join account on account.id = account_id
    where zone_code = ${zone} and role = any(${sql.param(roles)}::text[]) and disabled_at is null`);
  return rows.map(({ id }) => Number(id));
}

/** Who reads of a slip, as the accounts they have, or by mail alone. */
export async function readersOf(db: Db, slip: SlipRow, readers: readonly Reader[]): Promise<Told> {
  const is = (reader: Reader) => readers.includes(reader);
  const { rows } = await db.execute<{ id: string | null; email: string | null }>(sql`
    with head as (select head_account_id as id, head_email as email from unit where id = ${slip.unitId} and ${is('head')}),
    wanted as (
      select ${slip.personEmail}::text as email where ${is('person')}
      union select email from head where id is null)
    select account.id::text, null::text as email from membership join account on account.id = account_id
      where disabled_at is null and zone_code = ${slip.zoneCode} and (
        (role = 'officer' and unit_id = ${slip.unitId} and ${is('officers')})
        or (role = 'publisher' and ${is('publishers')}) or (role = 'leader' and ${is('leaders')}))
    union select id::text, null from head where id is not null
    union select account.id::text, case when account.id is null then wanted.email end
      from wanted left join account on lower(account.email) = lower(wanted.email) and disabled_at is null
      where wanted.email <> ''`);
  return {
    accounts: rows.flatMap(({ id }) => (id === null ? [] : [Number(id)])),
    addresses: rows.flatMap(({ email }) => (email ? [email] : [])),
  };
}
