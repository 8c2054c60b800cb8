import type { Actor } from '#accounts/actor.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import { adjustPlan } from '#plans/write-adjust.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import type { Moved } from './adjustment.ts';
import { keepStep } from './write-log.server.ts';
import type { Owner } from './write-parts.server.ts';

export const noAdjustment: TypedAdjustment = { instruction: '', reason: '' };

/**
 * Tells plans that something they promise will be another, before it is: those in force keep what they said until now, and
 * want an instruction and a reason.
 */
export async function adjustPlans(
  tx: Tx,
  actor: Actor,
  { plans, adjustment }: { plans: readonly (number | null)[]; adjustment: TypedAdjustment },
): Promise<Outcome<true>> {
  for (const plan of new Set(plans.filter((one) => one !== null))) {
    const adjusted = await adjustPlan(tx, actor, { plan, ...adjustment });
    if (!adjusted.ok) return adjusted;
  }
  return done(true);
}

interface Keeping {
  readonly task: Owner;
  readonly moved: readonly Moved[];
  readonly adjustment: TypedAdjustment;
}

/** Keeps each date as it was and as it is, with what that rests on where it needed anything. */
export async function keepMoved(tx: Tx, actor: Actor, { task, moved, adjustment }: Keeping): Promise<void> {
  const instructionId = /^\d{1,15}$/.test(adjustment.instruction) ? Number(adjustment.instruction) : null;
  await keepStep(
    tx,
    actor,
    ...moved.map(({ field, what, from, to }) => ({
      ...{ task, kind: 'adjust' as const, note: adjustment.reason.slice(0, 1000), instructionId },
      ...{ what: field === 'milestone' ? what : field, fromDay: from, toDay: to },
    })),
  );
}
