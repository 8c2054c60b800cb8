import { error, fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { blockerFor } from '#slips/read-blockers.server.ts';
import { answerBlocker, declineBlocker, takeOnBlocker } from '#slips/write-blocker-answers.server.ts';
import { sayWhetherSolved, withdrawBlocker } from '#slips/write-blocker.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { linesIn, numberIn, whomIn, type Typed } from '../../slips/form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { id }, url }) => {
  const found = await database.inTransaction(actor, (tx) => blockerFor(tx, actor, id));
  if (!found) error(404);
  return { ...found, did: url.searchParams.has('did') };
};

type Verb = (
  tx: Tx,
  actor: Actor,
  asked: { id: number; note: string; typed: Typed; today: string },
) => Promise<Outcome<unknown>>;

const step =
  (action: string, verb: Verb) =>
  async ({ locals, params: { id }, request }: RequestEvent) => {
    const { actor, database, lang, now } = locals;
    const typed = await sentTexts(request);
    const asked = { id, typed, note: linesIn(typed['note']), today: dateOf(now()) };
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, asked));
    if (!outcome.ok) return fail(422, { action, problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/blockers/${id}?did`);
  };

export const actions: Actions = {
  takeOn: step('takeOn', (tx, actor, { id, note, typed, today }) => {
    // Where the form had no choice of projects, what the enterprise said stands.
    const about = typed['projectId'] === undefined ? {} : { projectId: numberIn(typed['projectId']) };
    const fields = { ...whomIn(typed), ...about, difficulty: typed['difficulty'] ?? '', note };
    return takeOnBlocker(tx, actor, { id, fields, today });
  }),
  decline: step('decline', (tx, actor, { id, note }) => declineBlocker(tx, actor, { id, note })),
  answer: step('answer', (tx, actor, { id, note }) => answerBlocker(tx, actor, { id, note })),
  withdraw: step('withdraw', (tx, actor, { id }) => withdrawBlocker(tx, actor, id)),
  yes: step('say', (tx, actor, { id }) => sayWhetherSolved(tx, actor, { id, isSolved: true, note: '' })),
  no: step('say', (tx, actor, { id, note }) => sayWhetherSolved(tx, actor, { id, isSolved: false, note })),
};
