import { sql } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { accountWords } from '#language/words/accounts.ts';
import { jobWords as words } from '#language/words/jobs.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

/** Lets a parked job be tried again, or one that waits for its next try be tried now. */
export async function retryJob(tx: Tx, actor: Actor, id: string): Promise<Outcome<true>> {
  const change = sql`update pgboss.job set state = 'retry', completed_on = null, start_after = now(),
    retry_limit = greatest(retry_limit, retry_count + 1) where id = ${id} and state in ('failed', 'retry') returning name`;
  return changeJob(tx, actor, { id, change, action: 'retried' });
}

/** Takes a job out that failed or waits: it is not tried again. */
export async function discardJob(tx: Tx, actor: Actor, id: string): Promise<Outcome<true>> {
  const change = sql`update pgboss.job set state = 'cancelled', completed_on = now()
    where id = ${id} and state in ('failed', 'retry', 'created') returning name`;
  return changeJob(tx, actor, { id, change, action: 'discarded' });
}

interface Change {
  readonly id: string;
  readonly change: ReturnType<typeof sql>;
  readonly action: string;
}

async function changeJob(tx: Tx, actor: Actor, { id, change, action }: Change): Promise<Outcome<true>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: accountWords.onlyOperators });
  const { rows } = await tx.execute<{ name: string }>(change);
  const [job] = rows;
  if (!job) return refused({ says: words.jobIsGone });
  await remember(tx, actor, { kind: 'job', record: id, action, changes: { job: [null, job.name] } });
  return done(true);
}
