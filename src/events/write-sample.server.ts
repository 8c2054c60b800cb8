import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { events } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';

/** Marks an event as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(events).set({ sample: true }).where(eq(events.id, id));
}

/** Takes the sample's events out, with whoever registered for them, but for what a project of the site's own came from. */
export async function removeSampleEvents(tx: Tx, actor: Actor): Promise<number> {
  const withdraw = async (within: Tx, ids: readonly number[]) => {
    await within
      .update(events)
      .set({ state: 'draft' })
      .where(inArray(events.id, [...ids]));
    for (const id of ids) await refreshPublic(within, id);
  };
  return (await removeSampleRows(tx, actor, { kind: 'event', table: events, withdraw })).length;
}
