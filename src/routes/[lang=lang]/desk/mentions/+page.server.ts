import { fail } from '@sveltejs/kit';
import { mentionWords as words } from '#language/words/mentions.ts';
import { mentionForm, mentionStates } from '#organisations/mention.ts';
import { mentionsFor } from '#organisations/read-mentions.server.ts';
import { answerMentions } from '#organisations/write-mention-answers.server.ts';
import { numberAsked } from '../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const state = mentionStates.find((one) => one === url.searchParams.get('state')) ?? 'proposed';
  const before = numberAsked(url, 'before');
  const page = await database.inTransaction(actor, (tx) => mentionsFor(tx, actor, { state, before }));
  return { ...page, state };
};

export const actions: Actions = {
  /** One row has buttons of its own, `accept:12`; those below the list are for all that are ticked. */
  default: async ({ request, locals: { actor, database } }) => {
    const form = await request.formData();
    const [answer, one] = String(form.get('answer')).split(':');
    const ids = one === undefined ? form.getAll('id') : [one];
    const input = mentionForm.safeParse({ answer, ids });
    if (!input.success) return fail(400, { problems: [{ says: words.noneChosen }] });
    const outcome = await database.allOrNothing(actor, (tx) => answerMentions(tx, actor, input.data));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    return { answer: input.data.answer, count: input.data.ids.length, changed: outcome.value };
  },
};
