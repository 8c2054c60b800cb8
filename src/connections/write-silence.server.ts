import { asc, lte, or } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { Database, Db, Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { lockConnection, type ConnectionRow } from './read-row.server.ts';
import { whyNotStep, type Step } from './state.ts';
import { connections } from './tables.server.ts';
import { take } from './write-step.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'sweep-silence': Record<string, never>;
  }
}

/** Speaks of silence once, and ends what stayed silent. */
export const sweepSilence: Handler<'sweep-silence'> = async ({ database, now }) => {
  await sweepDue(database, now());
};

/** Answers how many were reminded or ended. Each in a transaction of its own: one that cannot be does not hold the others up. */
export async function sweepDue(database: Database, now: Date): Promise<number> {
  const due = await database.inTransaction(theSystem, (tx) => dueConnections(tx, now));
  let steps = 0;
  for (const id of due) if (await database.inTransaction(theSystem, (tx) => stepIfDue(tx, id, now))) steps += 1;
  return steps;
}

async function dueConnections(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: connections.id })
    .from(connections)
    .where(or(lte(connections.remindAt, now), lte(connections.silentUntil, now)))
    .orderBy(asc(connections.id));
  return rows.map(({ id }) => id);
}

/** What is due for one connection once nobody else holds it; undefined where somebody spoke meanwhile. */
export async function stepIfDue(tx: Tx, id: number, now: Date): Promise<Step | undefined> {
  const row = await lockConnection(tx, id);
  const step = row && dueStep(row, now);
  if (!step || whyNotStep(step, row, { party: 'system' })) return undefined;
  const said = step === 'silence' ? { reason: 'silence' as const } : {};
  await take(tx, theSystem, { row, as: 'system', step, now, fields: { remindAt: null }, ...said });
  return step;
}

function dueStep({ silentUntil, remindAt }: ConnectionRow, now: Date): 'silence' | 'remind' | undefined {
  if (silentUntil && silentUntil <= now) return 'silence';
  return remindAt && remindAt <= now ? 'remind' : undefined;
}
