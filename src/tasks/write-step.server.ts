import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { reason } from './adjustment.ts';
import { lockTask, type TaskRow, type TaskWork } from './read-row.server.ts';
import { transitions, whyNotStep, type MovingStep } from './state.ts';
import { taskEvidence, tasks } from './tables.server.ts';
import { instructionWrong } from './read-checks.server.ts';
import { keepStep } from './write-log.server.ts';
import { taskChanged } from './write-public.server.ts';
import { refreshTasks } from './write-standing.server.ts';
import { tellKeepers, tellUnits } from './write-telling.server.ts';

export interface StepInput {
  readonly id: number;
  /** When it happens; now, unless somebody tells of what has been. */
  readonly now?: Date;
}

type Answer = Promise<Outcome<{ id: number }>>;

/** Says that the work has begun. */
export async function beginTask(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'begin' });
  return begun.ok ? take(tx, actor, { work: begun.value, step: 'begin' }) : begun;
}

/** Says that a task is done. All its milestones are reached, something shows it, and somebody else will look. */
export async function askDone(tx: Tx, actor: Actor, input: StepInput & { readonly note?: string }): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'ask-done' });
  if (!begun.ok) return begun;
  const note = reason.safeParse(input.note ?? '');
  if (!note.success) return refused({ field: 'note', says: words.wrong['reason'] ?? words.notUnderstood });
  const work = begun.value;
  const open = work.milestones.filter(({ doneOn }) => doneOn === null).length;
  if (open > 0) return refused({ field: 'done', says: words.milestonesFirst(open) });
  if ((await tx.$count(taskEvidence, eq(taskEvidence.taskId, input.id))) === 0)
    return refused({ field: 'done', says: words.evidenceFirst });
  const fields = { doneAskedAt: input.now ?? new Date(), doneAskedBy: actor.id };
  const taken = await take(tx, actor, { work, step: 'ask-done', fields, note: note.data });
  await tellKeepers(tx, actor, { id: input.id, says: words.toldDoneAsked });
  return taken;
}

const nobodyAsks = { doneAskedAt: null, doneAskedBy: null };

/** Takes the word back that it is done. */
export async function takeBackDone(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'take-back' });
  return begun.ok ? take(tx, actor, { work: begun.value, step: 'take-back', fields: nobodyAsks }) : begun;
}

/** Somebody else has looked and it is not done: back to the unit, with the reason. */
export async function sendBackTask(tx: Tx, actor: Actor, input: StepInput & { readonly reason: string }): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'send-back' });
  if (!begun.ok) return begun;
  const note = reason.safeParse(input.reason);
  if (!note.success || note.data === '') return refused({ field: 'reason', says: words.reasonFirst });
  const taken = await take(tx, actor, { work: begun.value, step: 'send-back', fields: nobodyAsks, note: note.data });
  await tellUnits(tx, actor, { id: input.id, says: words.toldSentBack });
  return taken;
}

/** Somebody else has looked and it is done. */
export async function confirmDone(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'confirm' });
  if (!begun.ok) return begun;
  const work = begun.value;
  // It was done when the unit said so, not when somebody found the time to look.
  const doneOn = dateOf(work.row.doneAskedAt ?? new Date());
  const taken = await take(tx, actor, { work, step: 'confirm', fields: { doneOn, recheckedBy: actor.id } });
  await tellUnits(tx, actor, { id: input.id, says: words.toldDone });
  return taken;
}

/** Ends a task that is no longer wanted, by a leader's instruction and with the reason. */
export async function cancelTask(
  tx: Tx,
  actor: Actor,
  input: StepInput & { readonly instructionId: number; readonly reason: string },
): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'cancel' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const { instructionId } = input;
  if (!Number.isSafeInteger(instructionId) || instructionId < 1)
    return refused({ field: 'instructionId', says: words.instructionFirst });
  const wrong = await instructionWrong(tx, work.zoneCode, instructionId);
  if (wrong.length > 0) return refused(...wrong);
  const note = reason.safeParse(input.reason);
  if (!note.success || note.data === '') return refused({ field: 'reason', says: words.reasonFirst });
  const adjustment = { instruction: String(instructionId), reason: note.data };
  const adjusted = await adjustPlans(tx, actor, { plans: [work.row.planId], adjustment });
  if (!adjusted.ok) return adjusted;
  const fields = { ...nobodyAsks, cancelledByInstruction: instructionId, cancelledReason: note.data };
  const taken = await take(tx, actor, { work, step: 'cancel', fields, note: note.data, instructionId });
  await tellUnits(tx, actor, { id: input.id, says: words.toldCancelled });
  return taken;
}

/** The task, locked, where this person can take that step now. */
async function begin(tx: Tx, actor: Actor, { id, step }: StepInput & { step: MovingStep }): Promise<Outcome<TaskWork>> {
  const locked = await lockTask(tx, actor, id);
  if (!locked.ok) return locked;
  const { row, zoneCode, units } = locked.value;
  const why = whyNotStep(step, actor, { zoneCode, units, state: row.state, doneAskedBy: row.doneAskedBy });
  return why ? refused({ field: 'step', says: why }) : locked;
}

interface Taking {
  readonly work: TaskWork;
  readonly step: MovingStep;
  readonly fields?: Partial<TaskRow>;
  readonly note?: string;
  readonly instructionId?: number;
}

async function take(tx: Tx, actor: Actor, { work, step, fields = {}, ...said }: Taking): Answer {
  const { row } = work;
  const { id, zoneCode: zone } = row;
  const state = transitions[step].to;
  await tx
    .update(tasks)
    .set({ ...fields, state, revision: sql`${tasks.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(tasks.id, id));
  await keepStep(tx, actor, { task: row, kind: step, ...said });
  const changes: Changes = {
    ...(state !== row.state && { state: [row.state, state] }),
    ...(said.note && { reason: [null, said.note] }),
  };
  await remember(tx, actor, { kind: 'task', record: String(id), action: `task-${step}`, changes, zone });
  await refreshTasks(tx, { ids: [id], today: dateOf(new Date()) });
  await taskChanged(tx, row);
  return done({ id });
}
