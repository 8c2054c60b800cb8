import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { answerPage } from '#rounds/read-answer.server.ts';
import { handIn, saveDraft, sendBack } from '#rounds/write-answer.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, params }) => {
  const asked = { round: params.id, unit: params.unit, today: dateOf(now()) };
  const found = await database.inTransaction(actor, (tx) => answerPage(tx, actor, asked));
  return found ?? error(404);
};

type Verb = (tx: Tx, actor: Actor, sent: { ids: Ids; typed: Record<string, string> }) => Promise<Outcome<null>>;
interface Ids {
  readonly round: number;
  readonly unit: number;
}

const form = (verb: Verb, did: 'saved' | 'handed-in' | 'sent-back') => async (event: RequestEvent) => {
  const { actor, database, lang } = event.locals;
  const typed = await sentTexts(event.request);
  const ids = { round: event.params.id, unit: event.params.unit };
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { ids, typed }));
  if (!outcome.ok) {
    const isStale = outcome.problems.some(({ says }) => says === words.changedMeanwhile);
    return fail(isStale ? 409 : 422, { problems: outcome.problems, typed, isStale });
  }
  redirect(303, `/${lang}/desk/rounds/${ids.round}/${ids.unit}?did=${did}`);
};

const written = ({ body = '', revision = '' }: Record<string, string>) => ({
  ...{ body, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 },
});

export const actions: Actions = {
  save: form((tx, actor, { ids, typed }) => saveDraft(tx, actor, { ...ids, ...written(typed) }), 'saved'),
  'hand-in': (event) => {
    const today = dateOf(event.locals.now());
    const verb: Verb = (tx, actor, { ids, typed }) =>
      handIn(tx, actor, { writes: { ...ids, ...written(typed) }, today });
    return form(verb, 'handed-in')(event);
  },
  back: form(
    (tx, actor, { ids, typed }) => sendBack(tx, actor, { ...ids, comment: typed['comment'] ?? '' }),
    'sent-back',
  ),
};
