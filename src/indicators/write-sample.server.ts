import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { indicators } from './tables.server.ts';

/** Takes the sample's indicators out, with their values. */
export async function removeSampleIndicators(tx: Tx, actor: Actor): Promise<number> {
  const gone = await removeSampleRows(tx, actor, { kind: 'indicator', table: indicators });
  await notifyChanged(tx, ['measures', ...gone.map((id) => `indicator:${id}`)]);
  return gone.length;
}
