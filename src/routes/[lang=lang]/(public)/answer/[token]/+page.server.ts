import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import { proposalBehind } from '#connections/read-answer.server.ts';
import type { EndReason } from '#connections/state.ts';
import { answerByLetter } from '#connections/write-letter-answer.server.ts';
import { connectionLetterWords as words } from '#language/words/connection-letters.ts';
import { callerOf } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const longest = 300;

/** Only shows: programs that look through mails open every link. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = params.token.slice(0, longest);
  const proposal = await locals.database.inTransaction(theSystem, (tx) => proposalBehind(tx, token, locals.now()));
  return locals.drawn({ proposal });
};

async function answer(event: RequestEvent, isAccepted: boolean) {
  const { request, locals, params } = event;
  const form = await request.formData();
  const typed = { reason: String(form.get('reason') ?? ''), note: String(form.get('note') ?? '') };
  const { address, now } = callerOf(event);
  const allowances = [{ of: ['answer', networkOf(address)], most: 30 }];
  if (await isTooMany(locals.gate.database.db, allowances, { now }))
    return fail(429, { problems: [{ says: words.tooMany }], typed });
  // The verb reads it by its schema.
  const declined = isAccepted
    ? {}
    : { declined: { reason: typed.reason as Exclude<EndReason, 'silence'>, note: typed.note } };
  const token = params.token.slice(0, longest);
  const outcome = await locals.database.allOrNothing(theSystem, (tx) =>
    answerByLetter(tx, { token, now: locals.now(), ...declined }),
  );
  return outcome.ok ? { state: outcome.value.state } : fail(422, { problems: outcome.problems, typed });
}

export const actions: Actions = {
  accept: (event) => answer(event, true),
  decline: (event) => answer(event, false),
};
