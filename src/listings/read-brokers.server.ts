import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';

export interface Broker {
  readonly id: number;
  readonly name: string;
}

/** The brokers of a zone, as far as the asker may know them by name. */
export async function brokersOf(db: Db, zone: string): Promise<Broker[]> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select id, name_of_broker(id) as name from brokers_of_zone(${zone}) as id order by 2, 1`);
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

export async function brokerOfZone(db: Db, zone: string, account: number): Promise<boolean> {
  const { rows } = await db.execute(sql`select from brokers_of_zone(${zone}) as id where id = ${account}`);
  return rows.length > 0;
}

export async function brokerName(db: Db, account: number | null): Promise<string | undefined> {
  if (account === null) return undefined;
  const { rows } = await db.execute<{ name: string | null }>(sql`select name_of_broker(${account}) as name`);
  return rows[0]?.name ?? undefined;
}
