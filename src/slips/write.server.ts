import type { Actor } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { isUnitOf, lastDoer, type SlipRow } from './read-row.server.ts';
import { assignInput, canRecheck, noteInput, planInput, slipProblems } from './slip.ts';
import { askEnterprise, blockerHindrance, closeBlocker, forgetWord } from './write-blocker-slip.server.ts';
import { begin, take, type StepInput } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number; event: number }>>;

/** Gives a slip to a unit and a person of it. Passing it on later buys no time. */
export async function assignSlip(tx: Tx, actor: Actor, input: StepInput & { readonly to: unknown }): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'assign' });
  if (!begun.ok) return begun;
  const parsed = assignInput.safeParse(input.to);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const slip = begun.value;
  if (!(await isUnitOf(tx, slip.zoneCode, parsed.data.unitId)))
    return refused({ field: 'unitId', says: words.unitUnknown });
  const note = parsed.data.personName;
  return take(tx, actor, { slip, event: { kind: 'assigned', note }, fields: parsed.data, today: input.today });
}

/** The unit says what it makes of the matter; more than once where there is more to say. */
export async function answerSlip(
  tx: Tx,
  actor: Actor,
  input: StepInput & { readonly note: unknown; readonly until?: string | null },
): Answer {
  const begun = await beginWithNote(tx, actor, { ...input, step: 'answer' });
  if (!begun.ok) return begun;
  const { slip, note } = begun.value;
  // When the unit expects it to be solved: the clock does not read it.
  const event = { kind: 'answered' as const, note, until: input.until ?? null };
  return take(tx, actor, { slip, event, today: input.today });
}

/** The date until which a hard matter will be solved. The first one counts: to change it takes an instruction. */
export async function planSlip(tx: Tx, actor: Actor, input: StepInput & { readonly plan: unknown }): Answer {
  const begun = await begin(tx, actor, { ...input, step: 'plan' });
  if (!begun.ok) return begun;
  const slip = begun.value;
  const parsed = planInput.safeParse(input.plan);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const problems = await planProblems(tx, slip, { until: parsed.data.until, today: input.today });
  if (problems.length > 0) return refused(...problems);
  return take(tx, actor, { slip, event: { kind: 'dated-plan', ...parsed.data }, today: input.today });
}

async function planProblems(tx: Tx, slip: SlipRow, { until, today }: { until: string; today: string }) {
  const hasPlan = (await lastDoer(tx, slip.id, 'dated-plan')) !== undefined;
  const checks: [boolean, Problem][] = [
    [slip.difficulty !== 'hard', { says: words.onlyHard }],
    [hasPlan, { says: words.plannedBefore }],
    [until <= today, { field: 'until', says: words.planPast }],
    [until > addDays(slip.raisedOn, 365), { field: 'until', says: words.planTooFar }],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** The unit reports the matter as solved; where an enterprise brought it up, it is asked. */
export async function solveSlip(tx: Tx, actor: Actor, input: StepInput & { readonly note: unknown }): Answer {
  const begun = await beginWithNote(tx, actor, { ...input, step: 'solve' });
  if (!begun.ok) return begun;
  const { slip, note } = begun.value;
  await askEnterprise(tx, slip);
  return take(tx, actor, { slip, event: { kind: 'solved', note }, today: input.today });
}

/** Somebody else looks whether it is so: it is closed, or goes on. */
export async function recheckSlip(
  tx: Tx,
  actor: Actor,
  input: StepInput & { readonly note: unknown; readonly passed: boolean },
): Answer {
  const begun = await beginWithNote(tx, actor, { ...input, step: 'recheck' });
  if (!begun.ok) return begun;
  const { slip, note } = begun.value;
  const { passed, today } = input;
  if (!canRecheck(actor, slip, await lastDoer(tx, slip.id, 'solved'))) return refused({ says: words.ownRecheck });
  const hindrance = passed ? await blockerHindrance(tx, slip, today) : undefined;
  if (hindrance) return refused(hindrance);
  await (passed ? closeBlocker(tx, actor, slip) : forgetWord(tx, slip));
  return take(tx, actor, { slip, event: { kind: passed ? 'closed' : 'recheck-failed', note }, today });
}

type WithNote = Parameters<typeof begin>[2] & { readonly note: unknown };

async function beginWithNote(tx: Tx, actor: Actor, input: WithNote) {
  const begun = await begin(tx, actor, input);
  if (!begun.ok) return begun;
  const note = noteInput.safeParse(input.note);
  return note.success ? done({ slip: begun.value, note: note.data }) : refused(...slipProblems(note.error));
}
