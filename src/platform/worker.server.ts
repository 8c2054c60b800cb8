import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import { isDatabaseAway } from './database-away.ts';
import { EnvironmentProblem } from './environment.ts';
import { jobLife, type Handler, type Handlers, type JobData, type JobName, type Schedule } from './jobs.server.ts';
import type { Log } from './log.server.ts';
import type { Services } from './services.server.ts';

export interface Work {
  /** The owner's connection: pg-boss also looks after its tables. */
  readonly url: string;
  readonly services: Services;
  readonly handlers: Handlers;
  readonly schedules: readonly Schedule[];
  readonly log: Log;
}

export interface Worker {
  /** Takes no new jobs and lets those in hand finish; what takes longer is given back and tried again. */
  stop(limitMs: number): Promise<void>;
}

/** What every queue says of its jobs; a job may say otherwise. */
const queue = {
  retryLimit: jobLife.tries - 1,
  retryDelay: jobLife.pauseSeconds,
  retryBackoff: true,
  retryDelayMax: jobLife.longestPauseSeconds,
  expireInSeconds: jobLife.runSeconds,
  heartbeatSeconds: jobLife.heartbeatSeconds,
  retentionSeconds: jobLife.keepWaitingSeconds,
  deleteAfterSeconds: jobLife.keepEndedSeconds,
  notify: true,
};

/** Does jobs and sends the scheduled ones until it is stopped. */
export async function startWorker(work: Work): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: work.url,
    application_name: 'yuanlian jobs',
    max: 4,
    useListenNotify: true,
    // The schema comes with our own migrations.
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (err) =>
    work.log[isDatabaseAway(err) ? 'warn' : 'error']({ err }, 'jobs could not be looked after'),
  );
  await boss.start();
  const names = Object.keys(work.handlers) as JobName[];
  for (const name of names) {
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
  }
  await keepSchedules(boss, work.schedules);
  for (const name of names) await take(boss, name, work);
  return { stop: (limitMs) => boss.stop({ graceful: true, timeout: limitMs }) };
}

/** The schedules of the code, and no others that an older program or setting left behind. */
async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  const wanted = new Set<string>(schedules.map(({ job }) => job));
  for (const { name, key } of await boss.getSchedules()) {
    if (!wanted.has(name) || key !== '') await boss.unschedule(name, key);
  }
  for (const { job, cron } of schedules) {
    await boss.schedule(job, cron, {}, { tz: 'Asia/Shanghai', missed: 'once' });
  }
}

/** How many jobs of one kind a worker does at once. As long as there are so many, it asks for more without a pause. */
const atOnce = 4;

async function take<Name extends JobName>(boss: PgBoss, name: Name, work: Work): Promise<void> {
  const handler: Handler<Name> = work.handlers[name];
  const options = {
    includeMetadata: true,
    perJobResults: true,
    batchSize: atOnce,
    burstWhenBatchFull: true,
    notifyPollingIntervalSeconds: 10,
  } as const;
  await boss.work<JobData[Name], object, typeof options>(name, options, (jobs) =>
    Promise.all(jobs.map((job) => attempt(work, handler, job))),
  );
}

async function attempt<Name extends JobName>(
  { services, log }: Work,
  handler: Handler<Name>,
  job: JobWithMetadata<JobData[Name]>,
): Promise<JobResult> {
  const { id, name, signal } = job;
  const isLastAttempt = job.retryCount >= job.retryLimit;
  const run = { id, attempt: job.retryCount + 1, isLastAttempt, signal };
  const began = performance.now();
  try {
    await handler(services, job.data, run);
    log.info({ job: name, id, ms: Math.round(performance.now() - began) }, 'a job is done');
    return { id, status: 'completed' };
  } catch (err) {
    log.error({ err, job: name, id, attempt: run.attempt, parked: isLastAttempt }, 'a job failed');
    return { id, status: 'failed', output: whatFailed(err) };
  }
}

/** What is kept of a failure: a sentence where there is one, and never the values that were being handled. */
function whatFailed(error: unknown): object {
  const message = error instanceof Error ? error.message : String(error);
  const says = error instanceof EnvironmentProblem ? { says: error.says } : {};
  return { message: (message.split('\nparams:')[0] ?? '').slice(0, 500), ...says };
}
