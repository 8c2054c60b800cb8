import type { Actor } from '#accounts/actor.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Moved } from './adjustment.ts';
import { keepStep } from './write-log.server.ts';
import type { Owner } from './write-parts.server.ts';

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
