import { sql } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { isInstant } from '#language/dates.ts';
import { nextRun } from '#platform/cron.ts';
import type { Db } from '#platform/database.server.ts';
import { jobLists, problemIn, type Job, type JobList } from './job.ts';

export const jobsPerPage = 50;

interface JobRow extends Record<string, unknown> {
  id: string;
  name: string;
  state: string;
  retry_count: number;
  retry_limit: number;
  created_on: string;
  start_after: string;
  started_on: string | null;
  completed_on: string | null;
  output: unknown;
  cursor: string;
}

const cursorShape = /^([^_]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A page of the jobs in those states, the newest first. Nobody but an operator sees any. */
export async function jobsIn(
  db: Db,
  actor: Actor,
  { list, after }: { list: JobList; after?: string | undefined },
): Promise<Job[]> {
  if (!isOperator(actor)) return [];
  const [, time = '', id] = cursorShape.exec(after ?? '') ?? [];
  const further = isInstant(time) ? sql`and (created_on, id) < (${time}::timestamptz, ${id}::uuid)` : sql``;
  const { rows } = await db.execute<JobRow>(sql`
    select id, name, state, retry_count, retry_limit, created_on, start_after, started_on, completed_on, output,
      to_char(created_on at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || id as cursor
    from pgboss.job
    where state::text = any(${sql.param([...jobLists[list]])}::text[]) and name not like '\\_\\_pgboss%' ${further}
    order by created_on desc, id desc limit ${jobsPerPage}`);
  return rows.map(jobFrom);
}

function jobFrom(row: JobRow): Job {
  const isUnstarted = row.started_on === null;
  return {
    id: row.id,
    name: row.name,
    tries: isUnstarted ? 0 : row.retry_count + 1,
    mostTries: row.retry_limit + 1,
    isDiscarded: row.state === 'cancelled',
    queuedAt: new Date(row.created_on),
    startAfter: new Date(row.start_after),
    startedAt: dateOrNull(row.started_on),
    endedAt: dateOrNull(row.completed_on),
    problem: row.state === 'completed' ? undefined : problemIn(row.output),
    cursor: row.cursor,
  };
}

function dateOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** How many jobs each list holds. */
export async function jobCounts(db: Db, actor: Actor): Promise<Record<JobList, number>> {
  const counts = { failed: 0, retry: 0, active: 0, waiting: 0, done: 0 };
  if (!isOperator(actor)) return counts;
  const { rows } = await db.execute<{ state: string; count: number }>(sql`
    select state::text as state, count(*)::int as count from pgboss.job where name not like '\\_\\_pgboss%' group by state`);
  for (const { state, count } of rows) {
    const list = (Object.keys(jobLists) as JobList[]).find((name) =>
      (jobLists[name] as readonly string[]).includes(state),
    );
    if (list) counts[list] += count;
  }
  return counts;
}

export interface Scheduled {
  readonly name: string;
  readonly last: Date | undefined;
  readonly next: Date | undefined;
}

/** What happens by itself, with when it last did and when it will. */
export async function schedules(db: Db, actor: Actor, now: Date): Promise<Scheduled[]> {
  if (!isOperator(actor)) return [];
  const { rows } = await db.execute<{ name: string; cron: string; last: string | null }>(sql`
    select schedule.name, schedule.cron, job.started_on as last
    from pgboss.schedule left join pgboss.job on job.name = schedule.name and job.id = schedule.last_job_id
    order by schedule.name`);
  return rows.map(({ name, cron, last }) => ({
    name,
    last: last === null ? undefined : new Date(last),
    next: nextRun(cron, now),
  }));
}

/** When a worker last said that it lives; undefined when none does. */
export async function workerSeen(db: Db): Promise<Date | undefined> {
  const { rows } = await db.execute<{ at: string | null }>(
    sql`select max(heartbeat_on) as at from pgboss.instance where stopped_on is null and heartbeat_on > now() - interval '2 minutes'`,
  );
  return rows[0]?.at ? new Date(rows[0].at) : undefined;
}
