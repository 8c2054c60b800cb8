import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { mayOpenLists } from './load.ts';
import { ofActor, turn } from './scope.server.ts';

/** How many connections wait for this broker to move them, and how many that nobody looks after. */
export async function waitingConnections(tx: Tx, actor: Actor): Promise<{ toMove: number; free: number }> {
  if (!mayOpenLists(actor)) return { toMove: 0, free: 0 };
  const { rows } = await tx.execute<{ toMove: number; free: number }>(sql`
    select count(*) filter (where waits = 'broker' and broker_id = ${actor.accountId ?? 0})::int as "toMove",
      count(*) filter (where broker_id is null and state <> 'agreement')::int as free
    from (select *, ${turn} as waits from connection where state not in ('suggested', 'ended') and ${ofActor(actor)}) waiting`);
  return rows[0] ?? { toMove: 0, free: 0 };
}
