import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { events } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';

/** Marks an event as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(events).set({ sample: true }).where(eq(events.id, id));
}

/** Takes the sample's events out, with whoever registered for them. */
export async function removeSampleEvents(tx: Tx, actor: Actor): Promise<number> {
  const rows = await tx
    .update(events)
    .set({ state: 'draft' })
    .where(eq(events.sample, true))
    .returning({ id: events.id });
  for (const { id } of rows) await refreshPublic(tx, id);
  await tx.delete(events).where(eq(events.sample, true));
  const deeds = rows.map(({ id }) => ({ kind: 'event', record: String(id), action: 'removed sample' }));
  await remember(tx, actor, ...deeds);
  return rows.length;
}
