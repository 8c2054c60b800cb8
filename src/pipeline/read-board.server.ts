import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { daysBetween } from '#calendar/workdays.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectsAsked } from '#projects/list-conditions.server.ts';
import { canKeepProject, stages, type Stage } from '#projects/project.ts';
import { projectsNumbered } from '#projects/read-list.server.ts';
import type { BoardCard, BoardColumn } from './board.ts';

/** So many cards stand in a column; the others are in the list. */
const most = 12;

type Found = {
  stage: Stage;
  total: number | null;
  agreed: string | null;
  arrived: string | null;
  ids: string[] | null;
};

/** The projects of each stage with their sums; on top what is late, then what stands there longest. */
export async function boardFor(
  tx: Tx,
  actor: Actor,
  { filters, today }: { filters: Readonly<Record<string, string>>; today: string },
): Promise<BoardColumn[]> {
  const where = projectsAsked(actor, filters);
  const asked = stages.filter((stage) => filters['stage'] === undefined || filters['stage'] === stage);
  const { rows } = await tx.execute<Found>(sql`
    with summed as (select stage, count(*)::int as total, sum(agreed)::text as agreed, sum(arrived)::text as arrived
      from project where ${where} group by stage)
    select asked.stage, total, agreed, arrived, card.ids
    from unnest(${sql.param([...asked])}::text[]) with ordinality as asked (stage, place)
    left join summed on summed.stage = asked.stage
    left join lateral (select array_agg(id::text) as ids from (
      select project.id from project where ${where} and project.stage = asked.stage
      order by array_position(array['red', 'yellow'], project.light), project.stage_since, project.id
      limit ${most}) first) card on true
    order by place`);
  const cards = await cardsOf(tx, actor, { ids: rows.flatMap(({ ids }) => ids ?? []).map(Number), today });
  return rows.map(({ stage, total, agreed, arrived, ids }) => ({
    ...{ stage, total: total ?? 0, agreed: Number(agreed ?? 0), arrived: Number(arrived ?? 0) },
    cards: (ids ?? []).flatMap((id) => cards.get(Number(id)) ?? []),
  }));
}

async function cardsOf(tx: Tx, actor: Actor, { ids, today }: { ids: readonly number[]; today: string }) {
  const found = await projectsNumbered(tx, actor, ids);
  return new Map(
    found.map((one): [number, BoardCard] => [
      one.id,
      { ...one, days: daysBetween(one.stageSince, today), mayMove: canKeepProject(actor, one) },
    ]),
  );
}
