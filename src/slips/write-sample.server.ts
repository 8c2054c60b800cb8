import { eq, sql } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { indicatorsThatStand, projectsThatStand, tasksThatStand } from './read-causes.server.ts';
import { blockers, slips } from './tables.server.ts';
import { raiseAll } from './write-raise.server.ts';

/** Marks a blocker as part of the sample that comes with the program, filed on that day. */
export async function markSampleBlocker(tx: Tx, id: number, day: string): Promise<void> {
  const filedAt = sql`(${day}::date + time '10:00') at time zone 'Asia/Shanghai'`;
  await tx.update(blockers).set({ sample: true, filedAt }).where(eq(blockers.id, id));
}

/** Raises what the rules asked for on a day that has been, of the sample alone: nothing of the site's own is back-dated. */
export async function raiseSampleSlips(tx: Tx, today: string): Promise<void> {
  const standing = [
    ...(await tasksThatStand(tx, today)),
    ...(await indicatorsThatStand(tx, today)),
    ...(await projectsThatStand(tx, today)),
  ];
  await raiseAll(tx, theSystem, { wanted: standing.filter(({ sample }) => sample), today });
}

/** Takes the sample's slips and blockers out. */
export async function removeSampleSlips(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'slip', table: slips });
  const unblocked = await removeSampleRows(tx, actor, { kind: 'blocker', table: blockers });
  return gone.length + unblocked.length;
}
