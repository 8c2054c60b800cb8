import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { projects } from './tables.server.ts';

/** Takes the sample's projects out, with their ledgers. */
export async function removeSampleProjects(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'project', table: projects });
  await notifyChanged(
    tx,
    gone.map((id) => `project:${id}`),
  );
  return gone.length;
}
