import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { TypedAdjustment } from './adjustment.ts';
import { adjustPlan } from './write-adjust.server.ts';

/**
 * Tells plans that something they promise will be another, before it is: those in force keep what they said until now, and
 * want an instruction and a reason.
 */
export async function adjustPlans(
  tx: Tx,
  actor: Actor,
  { plans, adjustment }: { plans: readonly (number | null)[]; adjustment: TypedAdjustment },
): Promise<Outcome<true>> {
  const named = [...new Set(plans.filter((one) => one !== null))].sort((one, other) => one - other);
  for (const plan of named) {
    const adjusted = await adjustPlan(tx, actor, { plan, ...adjustment });
    if (!adjusted.ok) return adjusted;
  }
  return done(true);
}
