import { inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { cursorAt, keysetOf } from '#lists/keyset.server.ts';
import type { Tx } from '#platform/database.server.ts';
import {
  boardStates,
  buttonSteps,
  type BoardCard,
  type BoardColumn,
  type BoardQuery,
  type BoardState,
  type ButtonStep,
} from './board.ts';
import { mayTake, personsOf } from './connection.ts';
import { effective } from './effective.server.ts';
import { daysSince, lightOf } from './light.ts';
import { named, ofSide } from './read-list.server.ts';
import type { ConnectionRow } from './read-row.server.ts';
import { sidesOf } from './read-sides.server.ts';
import { ofActor } from './scope.server.ts';
import { connections } from './tables.server.ts';

/** So many cards a column shows, and so many where it stands alone; of mere suggestions only the best few. */
const most = { column: 20, alone: 50, suggested: 5 };

type Found = { state: BoardState; total: number; id: string | null; moved: string | null };

/** The connections this person has to do with, by state: in each the one that waits longest first. */
export async function boardFor(tx: Tx, actor: Actor, query: BoardQuery): Promise<BoardColumn[]> {
  const found = await foundFor(tx, actor, query);
  const cards = await cardsOf(
    tx,
    actor,
    found.flatMap(({ id }) => (id === null ? [] : [Number(id)])),
  );
  return statesOf(query).map((state) => {
    const rows = found.filter((row) => row.state === state);
    const page = query.state ? rows.slice(0, most.alone) : rows;
    return {
      ...{ state, total: rows[0]?.total ?? 0 },
      cards: page.flatMap(({ id }) => cards.get(Number(id)) ?? []),
      next: rows.length > page.length ? cursorOf(page.at(-1)) : undefined,
    };
  });
}

function cursorOf(row: Found | undefined): string | undefined {
  return row && cursorAt(row.moved ?? '', row.id ?? '');
}

function statesOf({ state }: BoardQuery): readonly BoardState[] {
  return state ? [state] : boardStates;
}

async function foundFor(tx: Tx, actor: Actor, query: BoardQuery): Promise<Found[]> {
  const where = sql.join([sql`connection.state = asked.state`, ...conditions(actor, query)], sql` and `);
  const sorted = { filters: {}, columns: [], sort: { key: 'moved', descending: false }, after: query.after };
  const key = { moved: { by: sql`moved_at`, type: 'timestamptz' as const } };
  const after = (query.state && keysetOf(sorted, key, sql`connection.id`)?.where) ?? sql`true`;
  const best = query.state ? sql`0` : sql`case asked.state when 'suggested' then -coalesce(score, 0) else 0 end`;
  const limit = query.state
    ? sql`${most.alone + 1}`
    : sql`case asked.state when 'suggested' then ${most.suggested}::int else ${most.column}::int end`;
  const { rows } = await tx.execute<Found>(sql`
    select asked.state, counted.total, card.id::text as id, card.moved_at::text as moved
    from unnest(${sql.param([...statesOf(query)])}::text[]) as asked (state)
    cross join lateral (select count(*)::int as total from connection where ${where}) counted
    left join lateral (
      select connection.id, moved_at, ${best} as best from connection where ${where} and ${after}
      order by 3, moved_at, connection.id limit ${limit}) card on true
    order by card.best, card.moved_at, card.id`);
  return rows;
}

function conditions(actor: Actor, query: BoardQuery): SQL[] {
  const { q, zone, side, broker, overdue, moved, effective: year } = query;
  return [
    ofActor(actor),
    ...(q ? [named(q)] : []),
    ...(zone ? [sql`${zone} in (need_zone_code, offer_zone_code)`] : []),
    ...(side ? [ofSide(actor, side)] : []),
    ...(broker ? [ofBroker(actor, broker)] : []),
    ...(overdue ? [sql`next_step_on < (now() at time zone 'Asia/Shanghai')::date`] : []),
    ...(moved ? [sql`moved_at > now() - interval '30 days'`] : []),
    ...(year ? [effectiveIn(year)] : []),
  ];
}

function ofBroker(actor: Actor, broker: string): SQL {
  if (broker === 'none') return sql`broker_id is null`;
  return sql`broker_id = ${broker === 'mine' ? (actor.accountId ?? 0) : Number(broker)}`;
}

function effectiveIn(year: string): SQL {
  return sql`connection.id in (select connection_id from ${effective} as one where extract(year from since) = ${Number(year)})`;
}

async function cardsOf(tx: Tx, actor: Actor, ids: number[]): Promise<Map<number, BoardCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select().from(connections).where(inArray(connections.id, ids));
  const sides = await sidesOf(tx, actor, rows);
  const now = new Date();
  return new Map(
    rows.flatMap((row) => {
      const both = sides.get(row.id);
      const { id, state, brokerName: broker, nextStep, nextStepOn, silentUntil, sample } = row;
      const card = { id, state, broker, nextStep, nextStepOn, silentUntil, sample, days: daysSince(row.movedAt, now) };
      return both ? [[id, { ...card, ...both, light: lightOf(row, now), steps: stepsFor(actor, row) }] as const] : [];
    }),
  );
}

/** The buttons that are of use to this person: nobody says yes twice or takes over what somebody has. */
function stepsFor(actor: Actor, row: ConnectionRow): ButtonStep[] {
  const persons = personsOf(actor, row);
  const isOwnAnswerMissing =
    (persons.includes('need') && row.needAcceptedAt === null) ||
    (persons.includes('offer') && row.offerAcceptedAt === null);
  return buttonSteps
    .filter((step) => mayTake(actor, row, step))
    .filter((step) => step !== 'accept' || isOwnAnswerMissing)
    .filter((step) => step !== 'take-over' || row.brokerId === null);
}
