import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { rounds } from './tables.server.ts';

/** Marks a round as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(rounds).set({ sample: true }).where(eq(rounds.id, id));
}

/** Takes the sample's rounds out, with what was answered. */
export async function removeSampleRounds(tx: Tx, actor: Actor): Promise<number> {
  return (await removeSampleRows(tx, actor, { kind: 'round', table: rounds })).length;
}
