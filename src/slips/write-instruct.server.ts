import type { Actor } from '#accounts/actor.ts';
import type { About } from '#instructions/instruction.ts';
import { recordInstruction } from '#instructions/write.server.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { slipWords } from '#language/words/slips.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { aboutOf } from './read-about.server.ts';
import { isUnitOf, type SlipRow } from './read-row.server.ts';
import { changeInput, slipProblems, startInput } from './slip.ts';
import { raiseOne } from './write-by-hand.server.ts';
import type { ToRaise } from './write-raise.server.ts';
import { begin, take, type StepInput } from './write-step.server.ts';

/** What was written, by whom and when: zone and subject are known from what it is about. */
interface Written {
  readonly body: string;
  readonly givenOn: string;
  readonly leaderName?: string;
  readonly document?: string | null;
}

/** A leader's word on a slip: it changes the date, the unit or what is demanded, and is shown in it. */
export async function instructOnSlip(
  tx: Tx,
  actor: Actor,
  input: StepInput & { readonly written: Written; readonly change: unknown },
): Promise<Outcome<{ id: number }>> {
  const begun = await begin(tx, actor, { ...input, step: 'instruct' });
  if (!begun.ok) return begun;
  const slip = begun.value;
  const parsed = changeInput.safeParse(input.change);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const change = parsed.data;
  const problems = await changeProblems(tx, slip, { ...change, today: input.today });
  if (problems.length > 0) return refused(...problems);
  const about: About = { kind: 'slip', id: slip.id };
  const kept = await recordInstruction(tx, actor, { ...input.written, zone: slip.zoneCode, about });
  if (!kept.ok) return kept;
  const event = { kind: 'instructed' as const, note: input.written.body, until: change.until };
  const from = { ...event, instructionId: kept.value.id };
  return take(tx, actor, { slip, event: from, fields: changedBy(slip, change), today: input.today });
}

type Change = ReturnType<typeof changeInput.parse>;

function changedBy(slip: SlipRow, { unitId, demand, difficulty }: Change) {
  return {
    // What a leader demands stands as it was written, in the place of both.
    ...(demand !== '' && { demand, demandEn: '' }),
    ...(difficulty !== null && { difficulty }),
    // Whoever it was for at the other unit is not the person of the new one.
    ...(unitId !== null && unitId !== slip.unitId && { unitId, personName: '', personEmail: '' }),
  };
}

async function changeProblems(tx: Tx, { zoneCode }: SlipRow, change: Change & Day): Promise<Problem[]> {
  const { until, unitId, demand, difficulty } = change;
  const isNothing = [until, unitId, difficulty].every((one) => one === null) && demand === '';
  const wrong = await problemsOf(tx, zoneCode, change);
  return isNothing ? [{ field: 'until', says: words.nothingChanged }, ...wrong] : wrong;
}

interface Day {
  readonly today: string;
}

async function problemsOf(
  tx: Tx,
  zone: string,
  { until, unitId, today }: Pick<Change, 'until' | 'unitId'> & Day,
): Promise<Problem[]> {
  const isUnknown = unitId !== null && !(await isUnitOf(tx, zone, unitId));
  return [
    ...(until !== null && until < today ? [{ field: 'until', says: words.deadlinePast }] : []),
    ...(isUnknown ? [{ field: 'unitId', says: words.unitUnknown }] : []),
  ];
}

export interface Giving {
  readonly instruction: Written & { readonly zone: string; readonly about: About | null };
  /** The slip it starts, where it starts one. */
  readonly starts?: unknown;
  readonly today: string;
}

/** A leader's word about anything that is owed, or about nothing yet; it may start a slip. */
export async function giveInstruction(
  tx: Tx,
  actor: Actor,
  { instruction, starts, today }: Giving,
): Promise<Outcome<{ id: number; slip?: number }>> {
  const { about, zone } = instruction;
  if (about && !(await aboutOf(tx, zone, about))) return refused({ field: 'about', says: slipWords.noSuchRecord });
  const kept = await recordInstruction(tx, actor, instruction);
  return kept.ok && starts !== undefined ? start(tx, actor, { ...kept.value, instruction, starts, today }) : kept;
}

async function start(
  tx: Tx,
  actor: Actor,
  { id, instruction, starts, today }: Giving & { readonly id: number },
): Promise<Outcome<{ id: number; slip?: number }>> {
  const { zone: zoneCode, about, body } = instruction;
  const parsed = startInput.safeParse(starts);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const problems = await problemsOf(tx, zoneCode, { ...parsed.data, today });
  if (problems.length > 0) return refused(...problems);
  const from = { cause: 'instruction' as const, instructionId: id, zoneCode, sample: false };
  const wanted: ToRaise = { ...parsed.data, ...from, ...recordOf(about), demand: body.trim() };
  const raised = await raiseOne(tx, actor, { wanted, today });
  return raised.ok ? done({ id, slip: raised.value.id }) : raised;
}

function recordOf(about: About | null): Partial<ToRaise> {
  if (about?.kind === 'task') return { taskId: about.id };
  if (about?.kind === 'indicator') return { indicatorId: about.id };
  return about?.kind === 'project' ? { projectId: about.id } : {};
}
