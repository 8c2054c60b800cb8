import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { TaskStep } from './state.ts';
import { taskSteps } from './tables.server.ts';
import type { Owner } from './write-parts.server.ts';

export interface Kept {
  readonly task: Owner;
  readonly kind: TaskStep;
  readonly note?: string;
  readonly what?: string;
  readonly fromDay?: string | null;
  readonly toDay?: string | null;
  readonly instructionId?: number | null;
}

/** Writes down what was done to tasks beside their reports, for their pages to tell. */
export async function keepStep(tx: Tx, actor: Actor, ...steps: Kept[]): Promise<void> {
  if (steps.length === 0) return;
  const by = { actor: actor.id, actorName: actor.name };
  await tx
    .insert(taskSteps)
    .values(steps.map(({ task: { id: taskId, zoneCode }, ...step }) => ({ taskId, zoneCode, ...step, ...by })));
}
