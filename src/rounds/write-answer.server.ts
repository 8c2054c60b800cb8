import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { knownOf } from './read-known.server.ts';
import { officersOfUnits } from './read-people.server.ts';
import {
  answerInput,
  canAnswer,
  canKeepRounds,
  problemsOf,
  sendBackInput,
  type AnswerInput,
  type SendBackInput,
} from './round.ts';
import { roundAnswers } from './tables.server.ts';
import { lockAnswer, lockRound } from './write.server.ts';

/** Keeps what a block has written so far. */
export async function saveDraft(tx: Tx, actor: Actor, input: AnswerInput): Promise<Outcome<null>> {
  const begun = await begin(tx, actor, input);
  if (!begun.ok) return begun;
  const { answer, body } = begun.value;
  const state = answer.state === 'sent-back' ? 'sent-back' : 'draft';
  await keep(tx, answer, { state, body });
  return done(null);
}

interface HandingIn {
  readonly writes: AnswerInput;
  readonly today: string;
}

/** Hands in what a block has written, with what is known of it, which stays as it is today. */
export async function handIn(tx: Tx, actor: Actor, { writes, today }: HandingIn): Promise<Outcome<null>> {
  const begun = await begin(tx, actor, writes);
  if (!begun.ok) return begun;
  const { answer, body } = begun.value;
  if (body === '') return refused({ field: 'body', says: words.bodyMissing });
  const known = (await knownOf(tx, [answer.unitId], today)).get(answer.unitId);
  if (!known) throw new Error('what is known of a block was not read');
  const by = { handedInOn: today, handedInBy: actor.id, handedInName: actor.name };
  await keep(tx, answer, { state: 'handed-in', body, known, ...by });
  const changes = { state: [answer.state, 'handed-in'] as const, body: [answer.body, body] as const };
  await remember(tx, actor, {
    kind: 'round',
    record: recordOf(answer),
    action: 'handed in',
    changes,
    zone: answer.zoneCode,
  });
  return done(null);
}

/** Gives an answer back to its block with what is missing. */
export async function sendBack(tx: Tx, actor: Actor, input: SendBackInput): Promise<Outcome<null>> {
  const parsed = sendBackInput.safeParse(input);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { round: id, unit, comment } = parsed.data;
  const round = await lockRound(tx, actor, id);
  const answer = round && (await lockAnswer(tx, id, unit));
  if (!round || !answer) return refused({ says: words.notFound });
  const why = whyNotBack(actor, { zone: round.zoneCode, isClosed: round.state === 'closed', state: answer.state });
  if (why) return refused(why);
  await keep(tx, answer, { state: 'sent-back', comment });
  const changes = { state: [answer.state, 'sent-back'] as const, comment: [null, comment] as const };
  await remember(tx, actor, {
    kind: 'round',
    record: recordOf(answer),
    action: 'send_back',
    changes,
    zone: answer.zoneCode,
  });
  const title = { zh: round.titleZh, en: round.titleEn || round.titleZh };
  const accounts = await officersOfUnits(tx, [unit]);
  await notify(tx, { accounts, kind: 'task', text: words.toldBack(title), path: `/desk/rounds/${id}/${unit}` });
  return done(null);
}

function whyNotBack(actor: Actor, on: { zone: string; isClosed: boolean; state: string }): Problem | undefined {
  if (!canKeepRounds(actor, on.zone)) return { says: words.notYours };
  if (on.isClosed) return { says: words.isClosed };
  return on.state === 'handed-in' ? undefined : { says: words.notHandedIn };
}

type Answer = NonNullable<Awaited<ReturnType<typeof lockAnswer>>>;

async function begin(tx: Tx, actor: Actor, input: AnswerInput): Promise<Outcome<{ answer: Answer; body: string }>> {
  const parsed = answerInput.safeParse(input);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { round: id, unit, body, revision } = parsed.data;
  const round = await lockRound(tx, actor, id);
  const answer = round && (await lockAnswer(tx, id, unit));
  if (!round || !answer) return refused({ says: words.notFound });
  const on = { isTheirs: canAnswer(actor, round.zoneCode, unit), isClosed: round.state === 'closed' };
  const why = whyNotWrite({ ...on, answer, revision });
  return why ? refused(why) : done({ answer, body });
}

interface Writing {
  readonly isTheirs: boolean;
  readonly isClosed: boolean;
  readonly answer: Answer;
  readonly revision: number;
}

function whyNotWrite({ isTheirs, isClosed, answer, revision }: Writing): Problem | undefined {
  if (!isTheirs) return { says: words.notYourBlock };
  if (isClosed) return { says: words.isClosed };
  if (answer.state === 'handed-in') return { says: words.isHandedIn };
  return answer.revision === revision ? undefined : { field: 'revision', says: words.changedMeanwhile };
}

async function keep(tx: Tx, { id, revision }: Answer, changed: Partial<Answer>): Promise<void> {
  await tx
    .update(roundAnswers)
    .set({ ...changed, revision: revision + 1, updatedAt: sql`now()` })
    .where(eq(roundAnswers.id, id));
}

const recordOf = ({ roundId, unitId }: Answer) => `${roundId}/${unitId}`;
