import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { division, family, projectsAsked } from '#projects/list-conditions.server.ts';
import { filtersOf, type ConversionQuery, type ConversionStep, type ProjectFact } from './conversion.ts';

type Found = {
  zone: string;
  block: string | null;
  industry: string | null;
  counts: boolean;
  rank: number;
  signed: string;
  started: string | null;
  completed: string | null;
  produced: string | null;
  agreed: string;
  arrived: string;
};

/**
 * The records of each project that counts, and how far each came. The day of a step is the last time it was taken. Heads
 * are found by plain columns: behind row security no index of an expression is used.
 */
export async function conversionFacts(tx: Tx, actor: Actor, query: ConversionQuery): Promise<ProjectFact[]> {
  const { rows } = await tx.execute<Found>(sql`
    with asked as materialized (
      select project.id, project.zone_code as zone, project.block_id::text as block, ${division} as industry,
        project.counts_on is not null as counts, stage_rank(project.stage) as rank, coalesce(project.counts_on, (
          select head.counts_on from project head
          where (head.id = ${family} or head.counts_with = ${family}) and head.counts_on is not null)) as signed,
        project.agreed, project.arrived
      from project where ${projectsAsked(actor, filtersOf(query))})
    select zone, block, industry, counts, rank, signed::text, agreed::text, arrived::text,
      started::text, completed::text, produced::text
    from asked left join lateral (
      select ${crossed('started')} as started, ${crossed('completed')} as completed, ${crossed('in-production')} as produced
      from project_log where project_id = asked.id and kind = 'stage') taken
      on asked.counts and asked.rank >= stage_rank('started')
    where signed is not null`);
  return rows.map(factOf);
}

/** The day a step was taken for good: going back and coming again counts from the second time. */
function crossed(step: ConversionStep) {
  return sql`(array_agg(happened_on order by project_log.id desc) filter (
    where stage_rank(to_value) >= stage_rank(${step}) and coalesce(stage_rank(from_value), 0) < stage_rank(${step})))[1]`;
}

/** The furthest step a rank has come to. */
function reachedBy(rank: number): ConversionStep {
  if (rank >= 8) return 'in-production';
  if (rank >= 7) return 'completed';
  return rank >= 6 ? 'started' : 'signed';
}

function factOf({ block, industry, rank, signed, started, completed, produced, ...row }: Found): ProjectFact {
  const days = { signed, started, completed, 'in-production': produced };
  const known = Object.entries(days).filter(([, day]) => day !== null);
  return {
    ...{ zone: row.zone, counts: row.counts, block: block ?? undefined, industry: industry ?? undefined },
    reached: reachedBy(rank),
    on: { ...(Object.fromEntries(known) as Partial<Record<ConversionStep, string>>), signed },
    ...{ agreed: Number(row.agreed), arrived: Number(row.arrived) },
  };
}
