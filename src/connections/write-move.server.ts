import type { Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { nextStepInput, type NextStepInput } from './connection.ts';
import { subStatesOf, type SubState } from './state.ts';
import { begin, take } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Goes on to contact or negotiation. */
export async function move(tx: Tx, actor: Actor, { id, step }: { id: number; step: 'contact' | 'negotiate' }): Answer {
  const begun = await begin(tx, actor, { id, step });
  if (!begun.ok) return begun;
  await take(tx, actor, { ...begun.value, step });
  return done({ id });
}

/** Says more finely where it stands within its state. */
export async function setSubState(tx: Tx, actor: Actor, { id, subState }: { id: number; subState: string }): Answer {
  const begun = await begin(tx, actor, { id, step: 'sub-state' });
  if (!begun.ok) return begun;
  const { row } = begun.value;
  const known: SubState | undefined = subStatesOf(row.state).find((one) => one === subState);
  if (!known) return refused({ field: 'subState', says: words.subStateWrong });
  if (known !== row.subState) await take(tx, actor, { ...begun.value, step: 'sub-state', fields: { subState: known } });
  return done({ id });
}

/** Says what comes next and on which day; until that day silence is no silence. */
export async function setNextStep(tx: Tx, actor: Actor, input: NextStepInput): Answer {
  const parsed = nextStepInput.safeParse(input);
  if (!parsed.success || !isNextStep(parsed.data, new Date()))
    return refused({ field: 'nextStep', says: words.nextStepWrong });
  const { id, nextStep, nextStepOn } = parsed.data;
  const begun = await begin(tx, actor, { id, step: 'next-step' });
  if (!begun.ok) return begun;
  await take(tx, actor, { ...begun.value, step: 'next-step', fields: { nextStep, nextStepOn } });
  return done({ id });
}

const year = 366 * 24 * 3_600_000;

/** A step has its day, and a day its step; the day is within a year. */
export function isNextStep(
  { nextStep, nextStepOn }: { nextStep: string; nextStepOn: string | null },
  now: Date,
): boolean {
  if (nextStepOn === null) return nextStep === '';
  const ends = Date.parse(`${nextStepOn}T24:00:00+08:00`);
  return nextStep !== '' && ends > now.getTime() && ends < now.getTime() + year;
}
