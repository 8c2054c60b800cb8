import { inArray, sql } from 'drizzle-orm';
import { organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { personsOf } from './connection.ts';
import { lightOf, type Light } from './light.ts';
import { sidesOf, type BothSides } from './read-sides.server.ts';
import { turn } from './scope.server.ts';
import type { SideName } from './side.ts';
import type { ConnectionState } from './state.ts';
import { connections } from './tables.server.ts';
import type { Waits } from './waits.ts';

/** A connection of one's own organisation, as one's front page shows it. */
export interface OwnConnection extends BothSides {
  readonly id: number;
  readonly state: ConnectionState;
  readonly waits: Waits;
  /** On which side one is. */
  readonly own: SideName;
  readonly movedAt: Date;
  readonly silentUntil: Date | null;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly broker: string;
  readonly light: Light | undefined;
  readonly sample: boolean;
}

export interface OwnConnections {
  readonly toAnswer: readonly OwnConnection[];
  readonly toConfirm: readonly OwnConnection[];
  readonly underWay: readonly OwnConnection[];
  /** Whether there are more than are shown. */
  readonly hasMore: boolean;
}

const most = 60;

/** What this person's organisations are connected in: what waits for their yes first, then by what comes next. */
export async function ownConnections(tx: Tx, actor: Actor): Promise<OwnConnections> {
  const mine = sql.param(organisationsOf(actor));
  const { rows: found } = await tx.execute<{ id: string; waits: Waits }>(sql`
    select connection.id::text, ${turn} as waits from connection
    where state not in ('suggested', 'ended')
      and (need_organisation_id = any(${mine}::bigint[]) or offer_organisation_id = any(${mine}::bigint[]))
    order by state in ('proposed', 'agreement') desc, coalesce(next_step_on, 'infinity'), moved_at, connection.id
    limit ${most + 1}`);
  const shown = found.slice(0, most);
  const all = await shownOf(tx, actor, new Map(shown.map(({ id, waits }) => [Number(id), waits])));
  const isMyTurn = ({ waits, own }: OwnConnection) => waits === own || waits === 'both';
  const waiting = (state: ConnectionState) => all.filter((one) => one.state === state && isMyTurn(one));
  const [toAnswer, toConfirm] = [waiting('proposed'), waiting('agreement')];
  return {
    ...{ toAnswer, toConfirm, hasMore: found.length > most },
    underWay: all.filter((one) => !toAnswer.includes(one) && !toConfirm.includes(one)),
  };
}

async function shownOf(tx: Tx, actor: Actor, found: ReadonlyMap<number, Waits>): Promise<OwnConnection[]> {
  if (found.size === 0) return [];
  const rows = await tx
    .select()
    .from(connections)
    .where(inArray(connections.id, [...found.keys()]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sides = await sidesOf(tx, actor, rows);
  const now = new Date();
  return [...found].flatMap(([id, waits]) => {
    const [row, both] = [byId.get(id), sides.get(id)];
    if (!row || !both) return [];
    const { state, movedAt, silentUntil, nextStep, nextStepOn, brokerName: broker, sample } = row;
    const own = personsOf(actor, row).includes('need') ? ('need' as const) : ('offer' as const);
    const told = { id, state, waits, own, movedAt, silentUntil, nextStep, nextStepOn, broker, sample };
    return [{ ...told, ...both, light: lightOf(row, now) }];
  });
}

/** How many suggestions there are for each of one's own needs and offers. */
export async function ownSuggestions(tx: Tx, actor: Actor): Promise<Readonly<Record<number, number>>> {
  const mine = sql.param(organisationsOf(actor));
  const { rows } = await tx.execute<{ id: string; count: number }>(sql`
    select need_id::text as id, count(*)::int as count
      from connection left join listing other on other.id = offer_id
      where connection.state = 'suggested' and need_organisation_id = any(${mine}::bigint[])
        and (offer_id is null or other.state = 'published')
      group by 1
    union all
    select offer_id::text, count(*)::int from connection join listing other on other.id = need_id and other.state = 'published'
      where connection.state = 'suggested' and offer_organisation_id = any(${mine}::bigint[]) and offer_id is not null
      group by 1`);
  return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
}
