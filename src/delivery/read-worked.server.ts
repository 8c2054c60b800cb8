import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { family } from '#projects/list-conditions.server.ts';
import { projectLights, stages, type ProjectLight, type Stage } from '#projects/project.ts';
import { slipColours, type SlipColour } from '#slips/slip.ts';
import type { SlipLine, StageLine } from './leader.ts';

type FoundStage = {
  stage: Stage;
  light: ProjectLight;
  all: number;
  counted: number;
  agreed: number;
  arrived: number;
};

/** The projects of a zone that are live, by stage, as their list counts them: each once from its signing on. */
export async function leaderStages(tx: Tx, zone: string): Promise<StageLine[]> {
  const { rows } = await tx.execute<FoundStage>(sql`
    with heads as materialized (
      select coalesce(counts_with, id) as id from project where counts_on is not null and zone_code = ${zone})
    select stage, light, count(*)::int as all, count(counts_on)::int as counted,
      coalesce(sum(agreed) filter (where heads.id is not null), 0)::float8 as agreed,
      coalesce(sum(arrived) filter (where heads.id is not null), 0)::float8 as arrived
    from project left join (select distinct id from heads) heads on heads.id = ${family}
    where zone_code = ${zone} and merged_into is null and status in ('active', 'paused', 'delayed')
    group by stage, light`);
  return stages.map((stage) => stageLine(stage, rows));
}

function stageLine(stage: Stage, rows: readonly FoundStage[]): StageLine {
  const own = rows.filter((row) => row.stage === stage);
  const sum = (of: (row: FoundStage) => number) => own.reduce((total, row) => total + of(row), 0);
  const isSigned = stages.indexOf(stage) >= stages.indexOf('signed');
  const lit = projectLights.map((light) => [light, own.find((row) => row.light === light)?.all ?? 0] as const);
  return {
    stage,
    count: sum(({ all, counted }) => (isSigned ? counted : all)),
    agreed: sum(({ agreed }) => agreed),
    arrived: sum(({ arrived }) => arrived),
    lights: Object.fromEntries(lit) as Record<ProjectLight, number>,
  };
}

type FoundSlips = { colour: SlipColour; count: number; id: string; title: string; raised: string; sample: string };

/** The open slips of a zone by colour, each with the oldest. */
export async function leaderSlips(tx: Tx, zone: string): Promise<SlipLine[]> {
  const oldest = (column: 'id' | 'title' | 'raised_on' | 'sample') =>
    sql`(array_agg(${sql.identifier(column)}::text order by raised_on, id))[1]`;
  const { rows } = await tx.execute<FoundSlips>(sql`
    select colour, count(*)::int as count, ${oldest('id')} as id, ${oldest('title')} as title, ${oldest('raised_on')} as raised,
      ${oldest('sample')} as sample
    from slip where zone_code = ${zone} and state <> 'closed' group by colour`);
  return [...slipColours].reverse().map((colour) => {
    const found = rows.find((row) => row.colour === colour);
    if (!found) return { colour, count: 0, oldest: null };
    const { count, id, title, raised, sample } = found;
    return { colour, count, oldest: { id: Number(id), title, raisedOn: raised, sample: sample === 'true' } };
  });
}
