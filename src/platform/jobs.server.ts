import { sql } from 'drizzle-orm';
import type { Tx } from './database.server.ts';
import type { Services } from './services.server.ts';

/**
 * Every job and what it is told; a noun adds its own with `declare module '#platform/jobs.server.ts'` and
 * `src/jobs.server.ts` says who does it. Data are ids: what they stand for is read when the job runs.
 */
export interface JobData {
  'send-mail': { readonly mail: number };
  'sweep-mail': Record<string, never>;
}

export type JobName = keyof JobData;

export interface JobOrder<Name extends JobName> {
  readonly job: Name;
  readonly data: JobData[Name];
  /** Not before this moment; at once when left out. */
  readonly at?: Date;
  /** At most one job with this key waits: ordering it again moves and rewrites the one that waits. */
  readonly key?: string;
  /** How often it is tried before it is parked for a person to look at. */
  readonly tries?: number;
}

/** How a job lives unless its order says otherwise; also what the queues are made with. */
export const jobLife = {
  tries: 10,
  /** The first pause after a failure; it doubles each time, up to the longest. */
  pauseSeconds: 15,
  longestPauseSeconds: 3600,
  /** A job runs at most this long, and a killed worker is noticed when its heart was silent for that long. */
  runSeconds: 3600,
  heartbeatSeconds: 20,
  /** A job whose worker was away this long is out of date. */
  keepWaitingSeconds: 90 * 24 * 3600,
  keepEndedSeconds: 30 * 24 * 3600,
} as const;

const life = jobLife;

export type AnyOrder = { [Name in JobName]: JobOrder<Name> }[JobName];

/** Queues jobs in the caller's transaction: they exist exactly if the change does, and run after the commit. */
export async function later(tx: Tx, ...orders: AnyOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const names = [...new Set(orders.map(({ job }) => job))];
  await tx.execute(sql`select pgboss.create_queue(job, '{"policy":"standard","notify":true}')
    from unnest(${sql.param(names)}::text[]) as job where not exists (select from pgboss.queue where name = job)`);
  // The statement pg-boss itself queues with, without its 18 MB in the memory of every web process.
  await tx.execute(sql`
    insert into pgboss.job_common (name, policy, data, start_after, singleton_key, upsert_by_key, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds, keep_until, deletion_seconds)
    select job, 'standard', data, coalesce(at, now()), key, key is not null, coalesce(tries, ${life.tries}) - 1,
      ${life.pauseSeconds}, true, ${life.longestPauseSeconds}, ${life.runSeconds}, ${life.heartbeatSeconds},
      coalesce(at, now()) + ${life.keepWaitingSeconds} * interval '1 second', ${life.keepEndedSeconds}
    from jsonb_to_recordset(${JSON.stringify(lastOfEachKey(orders))}::jsonb)
      as ordered (job text, data jsonb, at timestamptz, key text, tries integer)
    on conflict (name, singleton_key) where state = 'created' and upsert_by_key
    do update set data = excluded.data, start_after = excluded.start_after, keep_until = excluded.keep_until`);
  for (const name of names) await tx.execute(wake(name));
}

/** One statement cannot write the same row twice; as in a row of orders, the last one counts. */
function lastOfEachKey(orders: readonly AnyOrder[]): AnyOrder[] {
  const byKey = new Map(
    orders.map((order, place) => [order.key === undefined ? place : `${order.job} ${order.key}`, order]),
  );
  return [...byKey.values()];
}

/** What pg-boss listens to: a worker begins at once instead of at its next look. */
function wake(job: string) {
  return sql`select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), ${job})`;
}

/** One attempt at a job. */
export interface Run {
  readonly id: string;
  /** 1 at the first try. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Aborted when the worker must stop or the job took too long. */
  readonly signal: AbortSignal;
}

/**
 * Does a job. It may be called again for a job that was done already, by a worker that was killed before it could say so:
 * what it does must be the same done twice.
 */
export type Handler<Name extends JobName> = (services: Services, data: JobData[Name], run: Run) => Promise<void>;
export type Handlers = { readonly [Name in JobName]: Handler<Name> };

/** A job that returns; once for all workers, whatever their number. Times are China's. */
export interface Schedule {
  readonly job: { [Name in JobName]: JobData[Name] extends Record<string, never> ? Name : never }[JobName];
  /** Five fields: minute, hour, day, month, weekday. */
  readonly cron: string;
}
