import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { daysSince } from './light.ts';
import { sidesOf, type BothSides } from './read-sides.server.ts';
import { ofActor, turn } from './scope.server.ts';
import { connections } from './tables.server.ts';
import { waitingGroups, type WaitingGroup } from './waiting.ts';
import type { Waits } from './waits.ts';

export interface WaitingConnection extends BothSides {
  readonly id: number;
  readonly waits: Waits;
  readonly days: number;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly broker: string;
}

export interface Waiting {
  readonly group: WaitingGroup;
  readonly total: number;
  readonly oldest: readonly WaitingConnection[];
}

const most = 20;

type Found = { waiting: WaitingGroup; total: number; id: string | null; waits: Waits | null; since: string | null };

/** Which connections of this person wait, by what for; those that wait longest, the longest first. */
export async function waitingGroupsFor(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const belongs = sql`${ofActor(actor)} and case asked.waiting
    when 'proposed' then state = 'proposed'
    when 'quiet' then state = 'accepted'
    when 'overdue' then state <> 'ended' and next_step_on < (now() at time zone 'Asia/Shanghai')::date
    else state = 'agreement' and ${turn} <> 'nobody' end`;
  const since = sql`case asked.waiting when 'overdue' then next_step_on::timestamp at time zone 'Asia/Shanghai'
    else moved_at end`;
  const { rows } = await tx.execute<Found>(sql`
    select asked.waiting, counted.total, oldest.id::text as id, waits, to_json(since)#>>'{}' as since
    from unnest(${sql.param([...waitingGroups])}::text[]) as asked (waiting)
    cross join lateral (select count(*)::int as total from connection where ${belongs}) counted
    left join lateral (select connection.id, ${turn} as waits, ${since} as since from connection
      where ${belongs} order by 3, connection.id limit ${most}) oldest on true
    order by since, oldest.id`);
  const shown = await shownOf(tx, actor, rows);
  return waitingGroups.map((group) => {
    const own = rows.filter(({ waiting }) => waiting === group);
    return { group, total: own[0]?.total ?? 0, oldest: own.flatMap((row) => shown(row) ?? []) };
  });
}

async function shownOf(tx: Tx, actor: Actor, found: readonly Found[]) {
  const ids = [...new Set(found.flatMap(({ id }) => (id === null ? [] : [Number(id)])))];
  const rows = ids.length === 0 ? [] : await tx.select().from(connections).where(inArray(connections.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sides = await sidesOf(tx, actor, rows);
  const now = new Date();
  return ({ id, waits, since }: Found): WaitingConnection | undefined => {
    const [row, both] = [byId.get(Number(id)), sides.get(Number(id))];
    if (!row || !both || waits === null || since === null) return undefined;
    const { nextStep, nextStepOn, brokerName: broker } = row;
    return { ...both, id: row.id, waits, nextStep, nextStepOn, broker, days: daysSince(new Date(since), now) };
  };
}
