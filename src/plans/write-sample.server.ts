import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { plans } from './tables.server.ts';
import { refreshPublicPlan } from './write-public.server.ts';

/** Marks a plan as part of the sample that comes with the program. */
export async function markSample(tx: Tx, id: number): Promise<void> {
  await tx.update(plans).set({ sample: true }).where(eq(plans.id, id));
}

/** Takes the sample's plans out, with their goals and versions. */
export async function removeSamplePlans(tx: Tx, actor: Actor): Promise<number> {
  const withdraw = async (within: Tx, ids: readonly number[]) => {
    await within
      .update(plans)
      .set({ isPublic: false })
      .where(inArray(plans.id, [...ids]));
    for (const id of ids) await refreshPublicPlan(within, id);
  };
  const gone = await removeSampleRows(tx, actor, { kind: 'plan', table: plans, withdraw });
  return gone.length;
}
