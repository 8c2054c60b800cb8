import { sql } from 'drizzle-orm';
import type { Tx } from './database.server.ts';

/**
 * Every job and what it is told; a noun adds its own with `declare module '#platform/jobs.server.ts'` and
 * `src/jobs.server.ts` says who does it. Data are ids: what they stand for is read when the job runs.
 */
export interface JobData {
  'send-mail': { readonly mail: number };
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

/** Queues a job in the caller's transaction: it exists exactly if the change does, and runs after the commit. */
export async function later<Name extends JobName>(tx: Tx, order: JobOrder<Name>): Promise<void> {
  const at = order.at?.toISOString() ?? null;
  const life = jobLife;
  await tx.execute(sql`select pgboss.create_queue(${order.job}, '{"policy":"standard","notify":true}')
    where not exists (select from pgboss.queue where name = ${order.job})`);
  // The statement pg-boss itself queues with, without its 18 MB in the memory of every web process.
  await tx.execute(sql`
    insert into pgboss.job_common (name, policy, data, start_after, singleton_key, upsert_by_key, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds, keep_until, deletion_seconds)
    select ${order.job}, 'standard', ${JSON.stringify(order.data)}::jsonb, start, ${order.key ?? null}::text,
      ${order.key !== undefined}, ${(order.tries ?? life.tries) - 1}, ${life.pauseSeconds}, true,
      ${life.longestPauseSeconds}, ${life.runSeconds}, ${life.heartbeatSeconds},
      start + ${life.keepWaitingSeconds} * interval '1 second', ${life.keepEndedSeconds}
    from (select coalesce(${at}::timestamptz, now()) as start) moment
    on conflict (name, singleton_key) where state = 'created' and upsert_by_key
    do update set data = excluded.data, start_after = excluded.start_after, keep_until = excluded.keep_until`);
  if (!order.at) await tx.execute(wake(order.job));
}

/** What pg-boss listens to: a worker begins at once instead of at its next look. */
function wake(job: string) {
  return sql`select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), ${job})`;
}
