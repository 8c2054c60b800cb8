import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Stage } from '#projects/project.ts';
import type { Moved, MovedProject } from './meeting.ts';

/** More lines than these nobody goes through in a meeting. */
const most = 600;

export interface Period {
  readonly zone: string;
  /** Days: after the first, up to and with the second. */
  readonly since: string;
  readonly until: string;
}

type Found = Omit<Moved, 'amount'> & {
  id: string;
  reference: string;
  name: TwoText;
  stage: Stage;
  amount: string | null;
};

/** What was written down of projects in that time, so that nothing dated back falls between two meetings. */
export async function movedIn(tx: Tx, { zone, since, until }: Period): Promise<MovedProject[]> {
  const after = sql`((${since}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const before = sql`((${until}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const within = sql`zone_code = ${zone} and at >= ${after} and at < ${before}`;
  const { rows } = await tx.execute<Found>(sql`
    with lines as (
      select project_id, at, kind, from_value as "from", to_value as "to", null::numeric as amount, happened_on as "on", note
        from project_log where ${within}
      union all select project_id, at, 'signing', '', kind, increment, signed_on, note
        from project_signing where ${within} and withdrawn_at is null
      union all select project_id, at, 'arrival', '', kind, amount, arrived_on, ''
        from project_arrival where ${within})
    select project.id::text, reference, project.stage,
      json_build_object('zh', name_zh, 'en', coalesce(nullif(name_en, ''), name_zh)) as name,
      lines.kind, "from", "to", amount::text, "on"::text, note
    from lines join project on project.id = project_id and merged_into is null
    order by project.name_zh, project.id, lines.at, "on" limit ${most}`);
  const byProject = Map.groupBy(rows, ({ id }) => id);
  return [...byProject.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { id, reference, name, stage } = first;
    return [{ id: Number(id), reference, name, stage, moved: lines.map(movedOf) }];
  });
}

function movedOf({ kind, from, to, amount, on, note }: Found): Moved {
  return { kind, from, to, amount: amount === null ? null : Number(amount), on, note };
}
