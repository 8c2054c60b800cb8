import { inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { units } from './tables.server.ts';

/** Marks units and blocks as part of the sample that comes with the program. */
export async function markSampleUnits(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .update(units)
    .set({ sample: true })
    .where(inArray(units.id, [...ids]));
}

/** Takes the sample's units out, but for those that somebody works for or that something of the site's own names. */
export async function removeSampleUnits(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'unit', table: units });
  await notifyChanged(tx, ['zone']);
  return gone.length;
}
