import type { Actor } from '#accounts/actor.ts';
import type { Db } from '#platform/database.server.ts';
import { knownOf } from './read-known.server.ts';
import { roundOf, type AnswerView, type RoundView } from './read.server.ts';
import { canAnswer, canKeepRounds, isLate } from './round.ts';

interface Asked {
  readonly round: number;
  readonly unit: number;
  readonly today: string;
}

/** One block's answer with what is known of it: as it is now, or as it was handed in. What is not handed in is its own block's affair. */
export async function answerPage(db: Db, actor: Actor, { round: id, unit, today }: Asked) {
  const round = await roundOf(db, actor, id);
  const answer = round?.answers.find((one) => one.unit === unit);
  if (!round || !answer) return undefined;
  const may = whatMay(actor, round, answer);
  if (!may.read) return undefined;
  const isHandedIn = answer.state === 'handed-in';
  const known = isHandedIn ? answer.known : (await knownOf(db, [unit], today)).get(unit);
  const { title, question, dueOn } = round;
  return {
    round: { id, title, question, dueOn },
    answer: { ...answer, known: null },
    known: known ?? undefined,
    isLate: isLate(answer, { dueOn, today }),
    may,
  };
}

function whatMay(actor: Actor, { zone, state }: RoundView, answer: AnswerView) {
  const isOwn = canAnswer(actor, zone, answer.unit);
  const isHandedIn = answer.state === 'handed-in';
  const isChangeable = !actor.viewedBy && state === 'open';
  return {
    read: isOwn || isHandedIn,
    write: isChangeable && isOwn && !isHandedIn,
    back: isChangeable && isHandedIn && canKeepRounds(actor, zone),
  };
}
