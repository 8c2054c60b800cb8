import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { connections } from './tables.server.ts';

/** Marks a connection as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(connections).set({ sample: true }).where(eq(connections.id, id));
}

/** Takes the sample's connections out, with all that was said in them, but for what a project of the site's own came from. */
export async function removeSampleConnections(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'connection', table: connections });
  await notifyChanged(tx, ['funnel']);
  return gone.length;
}
