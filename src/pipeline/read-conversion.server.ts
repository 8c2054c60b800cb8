import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { division, family, projectsAsked } from '#projects/list-conditions.server.ts';
import { filtersOf, type ConversionQuery, type ConversionStep, type ProjectFact } from './conversion.ts';

type Found = {
  id: string;
  zone: string;
  block: string | null;
  industry: string | null;
  counts: boolean;
  rank: number;
  signed: string;
  agreed: string;
  arrived: string;
  sample: boolean;
};

const stepsAfterSigning = ['started', 'completed', 'in-production'] as const;
type Taken = { project: string } & Record<(typeof stepsAfterSigning)[number], string | null>;

/**
 * The records of each project that counts, and how far each came. Two reads, each of everything at once: behind row
 * security the database takes a join of them for one of a few rows, and looks through all of one for each of the other.
 */
export async function conversionFacts(tx: Tx, actor: Actor, query: ConversionQuery): Promise<ProjectFact[]> {
  const { rows } = await tx.execute<Found>(sql`
    with head as materialized (select ${family} as family, counts_on from project where counts_on is not null),
    asked as materialized (
      select project.id, ${family} as family, project.zone_code as zone, project.block_id::text as block,
        ${division} as industry, project.counts_on is not null as counts, stage_rank(project.stage) as rank,
        project.agreed, project.arrived, project.sample
      from project where ${projectsAsked(actor, filtersOf(query))})
    select asked.id::text, zone, block, industry, counts, rank, head.counts_on::text as signed, agreed::text, arrived::text, sample
    from asked join head using (family)`);
  const taken = rows.length === 0 ? new Map<string, Taken>() : await stepsTaken(tx);
  return rows.map((row) => factOf(row, row.counts && row.rank >= 6 ? taken.get(row.id) : undefined));
}

/** The days on which projects took the steps: a move is never dated before the one before it, so the last day is the last time. */
async function stepsTaken(tx: Tx): Promise<Map<string, Taken>> {
  const { rows } = await tx.execute<Taken>(sql`
    select project_id::text as project, ${crossed('started')}::text as started, ${crossed('completed')}::text as completed,
      ${crossed('in-production')}::text as "in-production"
    from project_log where kind = 'stage' and stage_rank(to_value) >= stage_rank('started') group by project_id`);
  return new Map(rows.map((row) => [row.project, row]));
}

/** The day a step was taken for good: going back and coming again counts from the second time. */
function crossed(step: ConversionStep) {
  return sql`max(happened_on) filter (
    where stage_rank(to_value) >= stage_rank(${step}) and coalesce(stage_rank(from_value), 0) < stage_rank(${step}))`;
}

/** The furthest step a rank has come to. */
function reachedBy(rank: number): ConversionStep {
  if (rank >= 8) return 'in-production';
  if (rank >= 7) return 'completed';
  return rank >= 6 ? 'started' : 'signed';
}

function factOf({ block, industry, rank, signed, ...row }: Found, taken: Taken | undefined): ProjectFact {
  const known = stepsAfterSigning.flatMap((step) => (taken?.[step] ? [[step, taken[step]]] : []));
  return {
    ...{ zone: row.zone, counts: row.counts, block: block ?? undefined, industry: industry ?? undefined },
    reached: reachedBy(rank),
    on: { ...(Object.fromEntries(known) as Partial<Record<ConversionStep, string>>), signed },
    ...{ agreed: Number(row.agreed), arrived: Number(row.arrived), sample: row.sample },
  };
}
