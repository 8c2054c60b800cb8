import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { family } from '#projects/list-conditions.server.ts';
import { projectLights, stages, type ProjectLight, type Stage } from '#projects/project.ts';
import { slipColours, type SlipColour } from '#slips/slip.ts';
import type { SlipLine, StageLine } from './leader.ts';
import { nameOf } from './sample-name.ts';

type FoundStage = {
  stage: Stage;
  light: ProjectLight;
  all: number;
  counted: number;
  agreed: number;
  arrived: number;
};

/** Whose money counts: what counts itself, and what belongs to a family that does. Where there is none, nobody asks. */
const isCounted = sql`counts_on is not null or ((agreed <> 0 or arrived <> 0)
  and exists (select from project head where head.counts_on is not null and coalesce(head.counts_with, head.id) = ${family}))`;

/** The projects of a zone that are live, by stage, as their list counts them: each once from its signing on. */
export async function leaderStages(tx: Tx, zone: string): Promise<StageLine[]> {
  const { rows } = await tx.execute<FoundStage>(sql`
    select stage, light, count(*)::int as all, count(counts_on)::int as counted,
      coalesce(sum(agreed) filter (where ${isCounted}), 0)::float8 as agreed,
      coalesce(sum(arrived) filter (where ${isCounted}), 0)::float8 as arrived
    from project
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

type FoundSlips = {
  colour: SlipColour;
  count: number;
  id: string;
  zh: string;
  en: string;
  raised: string;
  sample: string;
};

/** The open slips of a zone by colour, each with the oldest. */
export async function leaderSlips(tx: Tx, zone: string): Promise<SlipLine[]> {
  const oldest = (column: 'id' | 'title' | 'title_en' | 'raised_on' | 'sample') =>
    sql`(array_agg(${sql.identifier(column)}::text order by raised_on, id))[1]`;
  const { rows } = await tx.execute<FoundSlips>(sql`
    select colour, count(*)::int as count, ${oldest('id')} as id, ${oldest('title')} as zh, ${oldest('title_en')} as en, ${oldest('raised_on')} as raised,
      ${oldest('sample')} as sample
    from slip where zone_code = ${zone} and state <> 'closed' group by colour`);
  return [...slipColours].reverse().map((colour) => {
    const found = rows.find((row) => row.colour === colour);
    if (!found) return { colour, count: 0, oldest: null };
    const { count, id, raised, sample } = found;
    const title = nameOf({ zh: found.zh, en: found.en || found.zh }, sample === 'true');
    return { colour, count, oldest: { id: Number(id), title, raisedOn: raised } };
  });
}
