import { sql } from 'drizzle-orm';
import { readCalendar } from '#calendar/read.server.ts';
import { addWorkdays } from '#calendar/workdays.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Stage } from '../project.ts';
import type { PromisedMilestone, RunningPermit } from '../standing.ts';
import { visitDueOn } from './visit.ts';

/** What of a project runs by its own clock, besides its stages. */
export interface Clocks {
  readonly permits: readonly RunningPermit[];
  readonly milestones: readonly PromisedMilestone[];
  readonly visitDueOn: string | null;
}

type Asked = { readonly ids?: readonly number[] | undefined };

const among = (column: string, { ids }: Asked) =>
  ids === undefined ? sql`true` : sql`${sql.raw(column)} = any(${sql.param([...ids])}::bigint[])`;

/** The clocks that run of these projects, or of all; a project of which none runs has no entry. */
export async function clocksOf(tx: Tx, asked: Asked): Promise<Map<number, Clocks>> {
  const calendar = await readCalendar(tx);
  const permits = (await openPermits(tx, asked)).map(({ id, name, days, appliedOn }) => ({
    ...{ id: Number(id), name, dueOn: addWorkdays(calendar, appliedOn, days) },
  }));
  const milestones = await openMilestones(tx, asked);
  const visits = await visitsDue(tx, asked);
  const byProject = new Map<
    number,
    { permits: RunningPermit[]; milestones: PromisedMilestone[]; visitDueOn: string | null }
  >();
  const of = (id: number) => {
    const clocks = byProject.get(id) ?? { permits: [], milestones: [], visitDueOn: null };
    byProject.set(id, clocks);
    return clocks;
  };
  for (const { id, name, dueOn } of permits) of(id).permits.push({ name, dueOn });
  for (const { id, name, dueOn } of milestones) of(Number(id)).milestones.push({ name, dueOn, isDone: false });
  for (const { id, ...visited } of visits) of(Number(id)).visitDueOn = visitDueOn(visited);
  return byProject;
}

async function openPermits(tx: Tx, asked: Asked) {
  const { rows } = await tx.execute<{ id: string; name: TwoText; days: number; appliedOn: string }>(sql`
    select project_id::text as id, project_permit.days, applied_on::text as "appliedOn",
      json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) as name
    from project_permit join permit_step on permit_step.id = step_id
    where applied_on is not null and got_on is null and ${among('project_id', asked)}
    order by project_id, place, step_id`);
  return rows;
}

async function openMilestones(tx: Tx, asked: Asked) {
  const { rows } = await tx.execute<{ id: string; name: string; dueOn: string }>(sql`
    select project_id::text as id, name, due_on::text as "dueOn" from project_milestone
    where done_on is null and ${among('project_id', asked)} order by project_id, due_on, id`);
  return rows;
}

async function visitsDue(tx: Tx, asked: Asked) {
  const { rows } = await tx.execute<{
    id: string;
    stage: Stage;
    producedOn: string | null;
    lastVisit: string | null;
  }>(sql`
    select project.id::text as id, stage,
      (select max(happened_on)::text from project_log where project_id = project.id and kind = 'stage'
        and to_value = 'in-production') as "producedOn",
      (select max(visited_on)::text from project_visit where project_id = project.id) as "lastVisit"
    from project where stage in ('in-production', 'full-capacity') and merged_into is null and ${among('project.id', asked)}`);
  return rows;
}
