import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { clocksOf, type Clocks } from '#projects/care/read-clocks.server.ts';
import type { ListedProject } from '#projects/list.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import { spansOf, type Mark, type Span, type StageLine } from './timeline.ts';

/** So many projects are drawn on a page. */
const most = 40;

export interface TimelineRow {
  readonly project: ListedProject;
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

type Found = {
  id: string;
  lines: StageLine[] | null;
  ended: string | null;
  starts: string | null;
  completed: string | null;
  produces: string | null;
};

/** A page of projects with the days of their stages, from their logs, and what is promised and planned. */
export async function timelineFor(tx: Tx, actor: Actor, { today, ...asked }: Asked & { readonly today: string }) {
  const { projects, next, total } = await deskProjects(tx, actor, { ...asked, limit: most });
  const ids = projects.map(({ id }) => id);
  const { rows } = await tx.execute<Found>(sql`
    select project.id::text, starts_by::text as starts, completed_by::text as completed, produces_by::text as produces,
      json_agg(json_build_object('to', to_value, 'on', happened_on) order by project_log.id) filter (where kind = 'stage') as lines,
      case when status in ('lost', 'ended') then max(happened_on)::text end as ended
    from project left join project_log on project_log.project_id = project.id
    where project.id = any(${sql.param(ids)}::bigint[]) group by project.id`);
  const found = new Map(rows.map((row) => [Number(row.id), row]));
  const clocks = await clocksOf(tx, { ids });
  const drawn = projects.map((project) => {
    const { lines = null, ended = null } = found.get(project.id) ?? {};
    const marks = [...marksOf(project, found.get(project.id)), ...clockMarks(clocks.get(project.id))];
    return { project, spans: spansOf(lines ?? [], ended ?? today), marks };
  });
  return { rows: drawn, next, total };
}

/** When permits that were applied for, milestones that were not reached and the next visit are due. */
function clockMarks(clocks: Clocks | undefined): Mark[] {
  if (!clocks) return [];
  const { permits, milestones, visitDueOn } = clocks;
  return [
    ...permits.map(({ name, dueOn: on }) => ({ kind: 'permit', on, text: name }) as const),
    ...milestones.map(({ name, dueOn: on }) => ({ kind: 'milestone', on, text: { zh: name, en: name } }) as const),
    ...(visitDueOn === null ? [] : [{ kind: 'visit', on: visitDueOn, text: { zh: '', en: '' } } as const]),
  ];
}

function marksOf({ nextStep, nextStepOn }: ListedProject, found: Found | undefined): Mark[] {
  const days = [
    ['next-step', nextStepOn, nextStep],
    ['started', found?.starts, ''],
    ['completed', found?.completed, ''],
    ['in-production', found?.produces, ''],
  ] as const;
  return days.flatMap(([kind, on, text]) => (on ? [{ kind, on, text: { zh: text, en: text } }] : []));
}
