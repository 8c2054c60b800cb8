import { error, fail, redirect } from '@sveltejs/kit';
import { suggestionsFor } from '#connections/read-suggestions.server.ts';
import { titlesOf } from '#connections/read-titles.server.ts';
import type { EndReason } from '#connections/state.ts';
import { decline } from '#connections/write-answer.server.ts';
import { propose } from '#connections/write-propose.server.ts';
import { rankAgain } from '#connections/rank-jobs.server.ts';
import { numberIn } from '../../[id=number]/steps.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { id }, url }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const suggestions = await suggestionsFor(tx, actor, id);
    return suggestions && { ...suggestions, title: (await titlesOf(tx, [id])).get(id) };
  });
  if (!found) error(404);
  return { ...found, isAsked: url.searchParams.has('asked') };
};

export const actions: Actions = {
  propose: async ({ request, locals: { actor, database, lang } }) => {
    const id = numberIn(String((await request.formData()).get('connection')));
    const outcome = await database.allOrNothing(actor, (tx) => propose(tx, actor, { id }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, connection: id, typed: {} });
    redirect(303, `/${lang}/desk/connections/${id}?did`);
  },
  decline: async ({ request, locals: { actor, database, lang }, params }) => {
    const form = await request.formData();
    const id = numberIn(String(form.get('connection')));
    const typed = { reason: String(form.get('reason') ?? ''), note: String(form.get('note') ?? '') };
    // The verb reads it by its schema.
    const said = { id, reason: typed.reason as Exclude<EndReason, 'silence'>, note: typed.note };
    const outcome = await database.allOrNothing(actor, (tx) => decline(tx, actor, said));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, connection: id, typed });
    redirect(303, `/${lang}/desk/connections/for/${params.id}`);
  },
  again: async ({ locals: { actor, database, lang }, params }) => {
    const outcome = await database.allOrNothing(actor, (tx) => rankAgain(tx, actor, params.id));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, connection: 0, typed: {} });
    redirect(303, `/${lang}/desk/connections/for/${params.id}?asked`);
  },
};
