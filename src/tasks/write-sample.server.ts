import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { tasks } from './tables.server.ts';

/** Takes the sample's tasks out, with what was reported on them. */
export async function removeSampleTasks(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'task', table: tasks });
  await notifyChanged(
    tx,
    gone.map((id) => `task:${id}`),
  );
  return gone.length;
}
