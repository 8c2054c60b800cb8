import { error, fail } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { comparisonOf } from '#rounds/comparison.ts';
import { roundOf } from '#rounds/read.server.ts';
import { canAnswer, canKeepRounds, isLate } from '#rounds/round.ts';
import { setRoundState } from '#rounds/write.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang, now }, params, url }) => {
  const round = await database.inTransaction(actor, (tx) => roundOf(tx, actor, params.id));
  if (!round) error(404);
  const on = { dueOn: round.dueOn, today: dateOf(now()) };
  const { answers, ...about } = round;
  const came = answers.filter(({ state }) => state === 'handed-in');
  return {
    round: about,
    isChanged: url.searchParams.get('did') === 'change',
    mayKeep: !actor.viewedBy && canKeepRounds(actor, round.zone),
    answers: answers.map(({ unit, name, state, handedInOn, ...answer }) => ({
      ...{ unit, name, state, handedInOn, isLate: isLate({ state, handedInOn }, on) },
      mayWrite: round.state === 'open' && state !== 'handed-in' && canAnswer(actor, round.zone, unit),
      body: state === 'handed-in' ? answer.body : '',
    })),
    compared: comparisonOf(
      came.map(({ known }) => known),
      lang,
    ),
  };
};

async function set({ locals: { actor, database }, params }: RequestEvent, state: 'open' | 'closed') {
  const outcome = await database.allOrNothing(actor, (tx) => setRoundState(tx, actor, { id: params.id, state }));
  return outcome.ok ? { isSet: true } : fail(422, { problems: outcome.problems });
}

export const actions: Actions = {
  close: (event) => set(event, 'closed'),
  reopen: (event) => set(event, 'open'),
};
