import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { clusters } from './tables.server.ts';

/** Takes the sample's clusters out, with their members and years. */
export async function removeSampleClusters(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'cluster', table: clusters });
  await notifyChanged(tx, ['measures', ...gone.map((id) => `cluster:${id}`)]);
  return gone.length;
}
