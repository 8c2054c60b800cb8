import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { plans } from '#plans/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { adjustment, type Adjustment, type Moved } from './adjustment.ts';
import type { TaskWork } from './read-row.server.ts';
import { instructionWrong } from './write-checks.server.ts';
import { keepStep } from './write-log.server.ts';

/** What is moved, and what that rests on where it needs anything. */
export interface Resting<T> {
  readonly moved: T;
  readonly on: Adjustment | undefined;
}

interface Given {
  readonly moved: readonly Moved[];
  readonly given: unknown;
}

/** What a change of dates rests on. A plan that is in force is changed in the open: by an instruction, and with a reason. */
export async function readAdjustment(
  tx: Tx,
  { row, zoneCode }: TaskWork,
  { moved, given }: Given,
): Promise<Outcome<Resting<readonly Moved[]>>> {
  if (moved.length === 0 || row.planId === null || !(await isInForce(tx, row.planId)))
    return done({ moved: [], on: undefined });
  const read = adjustment.safeParse(given);
  if (!read.success) return refused({ field: 'adjustment', says: words.adjustmentNeeds });
  const wrong = await instructionWrong(tx, zoneCode, read.data.instructionId);
  if (wrong.length > 0) return refused({ field: 'adjustment', says: words.noSuchInstruction });
  return done({ moved, on: read.data });
}

async function isInForce(tx: Tx, plan: number): Promise<boolean> {
  const [row] = await tx.select({ state: plans.state }).from(plans).where(eq(plans.id, plan));
  return row?.state === 'in-force';
}

interface Keeping {
  readonly work: TaskWork;
  readonly resting: Resting<readonly Moved[]>;
}

/** Keeps each date as it was and as it is. */
export async function keepMoved(tx: Tx, actor: Actor, { work, resting: { moved, on } }: Keeping): Promise<void> {
  if (!on) return;
  const { reason: note, instructionId } = on;
  await keepStep(
    tx,
    actor,
    ...moved.map(({ field, what, from, to }) => ({
      ...{ task: work.row, kind: 'adjust' as const, note, instructionId },
      ...{ what: field === 'milestone' ? what.slice(0, 300) : field, fromDay: from, toDay: to },
    })),
  );
}
