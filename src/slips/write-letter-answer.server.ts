import { and, eq, max } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import { slipLetterWords as words } from '#language/words/slip-letters.ts';
import { slipVerbWords } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { mayRenew } from '#tasks/letter.ts';
import { letterAnswer, type LetterAnswer } from './letter.ts';
import { askedSlip, openSlipLetter, type AskedSlip, type OpenedSlip } from './read-letter.server.ts';
import { lockSlip } from './read-row.server.ts';
import { inBoth, slipProblems } from './slip.ts';
import { slipLetters } from './tables.server.ts';
import { keepEvidence } from './write-evidence.server.ts';
import { sendLetters, type LetterFrame } from './write-letter.server.ts';
import { answerSlip, planSlip, solveSlip } from './write.server.ts';

export interface AnsweredByLetter {
  readonly isSolved: boolean;
  readonly slip: AskedSlip;
}

interface Answering {
  readonly token: string;
  readonly now: Date;
  readonly said: unknown;
  /** Whether the matter is reported as solved; else it goes on. */
  readonly isSolved: boolean;
}

/** Answers a slip with a letter, without signing in. Needs the eyes of the site itself. */
export async function answerByLetter(
  tx: Tx,
  { token, now, said, isSolved }: Answering,
): Promise<Outcome<AnsweredByLetter>> {
  const found = await stillOpen(tx, token, now);
  if (!found.ok) return found;
  const opened = found.value;
  const parsed = letterAnswer.safeParse(said);
  if (!parsed.success) return refused(...slipProblems(parsed.error).map(aboutEvidence));
  const verb = isSolved ? solved : goingOn;
  const kept = await keepAnswer(tx, opened, { verb, said: { ...parsed.data, today: dateOf(now) } });
  if (!kept.ok) return kept;
  const after = await lockSlip(tx, opened.slip.id);
  return done({ isSolved, slip: await askedSlip(tx, after ?? opened.slip) });
}

async function stillOpen(tx: Tx, token: string, now: Date): Promise<Outcome<OpenedSlip>> {
  const opened = await openSlipLetter(tx, token, now);
  return opened?.state === 'open' ? done(opened) : refused({ says: words.states[opened?.state ?? 'unknown'] });
}

async function keepAnswer(tx: Tx, opened: OpenedSlip, { verb, said }: { verb: typeof solved; said: Said }): Kept {
  const event = await verb(tx, opened, said);
  if (!event.ok) return event;
  const problem = await keepEvidence(tx, opened.slip, { event: event.value.event, evidence: said.evidence });
  return problem ? refused(problem) : event;
}

const aboutEvidence = (problem: Problem): Problem =>
  problem.field === 'evidence' ? { ...problem, says: words.evidenceWrong } : problem;

type Said = LetterAnswer & { readonly today: string };
type Kept = Promise<Outcome<{ event: number }>>;

function solved(tx: Tx, { actor, slip: { id } }: OpenedSlip, { note, today }: Said): Kept {
  return solveSlip(tx, actor, { id, note, today });
}

/** A date given for a hard matter that has none is its plan; else it is only when the unit expects it. */
async function goingOn(tx: Tx, { actor, slip }: OpenedSlip, { note, until, today }: Said): Kept {
  const { id } = slip;
  const { isPlanAsked } = await askedSlip(tx, slip);
  if (until !== null && isPlanAsked) return planSlip(tx, actor, { id, today, plan: { until, note } });
  if (until !== null && until < today) return refused({ field: 'until', says: slipVerbWords.planPast });
  return answerSlip(tx, actor, { id, note, until, today });
}

interface Renewing {
  readonly token: string;
  readonly frame: LetterFrame;
}

const patienceInMs = 600_000;

/** Sends a fresh link to the address an old one went to, as long as its reader answers for the slip. Needs the eyes of the site itself. */
export async function renewSlipLetter(tx: Tx, { token, frame }: Renewing): Promise<Outcome<null>> {
  const opened = await openSlipLetter(tx, token, frame.now);
  if (!opened || !mayRenew(opened.state)) return refused({ says: words.states[opened?.state ?? 'unknown'] });
  const { slip, reader } = opened;
  // Somebody impatient is not sent ten of them.
  if (await wasJustSent(tx, opened, frame.now)) return done(null);
  const line = words.asked(
    inBoth(`${slip.reference} ${slip.title}`, `${slip.reference} ${slip.titleEn || slip.title}`),
  );
  await sendLetters(tx, { slip, readers: [reader], line }, frame);
  return done(null);
}

async function wasJustSent(tx: Tx, { slip, reader }: OpenedSlip, now: Date): Promise<boolean> {
  const [last] = await tx
    .select({ at: max(slipLetters.sentAt) })
    .from(slipLetters)
    .where(and(eq(slipLetters.slipId, slip.id), eq(slipLetters.email, reader.email)));
  return last?.at != null && now.getTime() - last.at.getTime() < patienceInMs;
}
