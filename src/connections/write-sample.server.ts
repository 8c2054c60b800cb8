import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { connections } from './tables.server.ts';

/** Marks a connection as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(connections).set({ sample: true }).where(eq(connections.id, id));
}

/** Takes the sample's connections out, with all that was said in them. */
export async function removeSampleConnections(tx: Tx, actor: Actor): Promise<number> {
  const rows = await tx.delete(connections).where(eq(connections.sample, true)).returning({ id: connections.id });
  const deeds = rows.map(({ id }) => ({ kind: 'connection', record: String(id), action: 'removed sample' }));
  await remember(tx, actor, ...deeds);
  await notifyChanged(tx, ['funnel']);
  return rows.length;
}
