import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { instructions } from './tables.server.ts';

/** Marks an instruction as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(instructions).set({ sample: true }).where(eq(instructions.id, id));
}

/** Takes the sample's instructions out, but for those that something of the site's own rests on. */
export async function removeSampleInstructions(tx: Tx, actor: Actor): Promise<number> {
  return (await removeSampleRows(tx, actor, { kind: 'instruction', table: instructions })).length;
}
