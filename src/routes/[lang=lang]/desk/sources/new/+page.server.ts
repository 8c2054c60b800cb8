import { fail, redirect } from '@sveltejs/kit';
import { sourceWords as words } from '#language/words/sources.ts';
import { openColumns } from '#news/read-columns.server.ts';
import { canLetPublish } from '#sources/source.ts';
import { addSource } from '#sources/write.server.ts';
import { ownZones } from '../../zone-choice.server.ts';
import { sourceInputFrom, typedSource } from '../source-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database } }) => {
  const [zones, columns] = await Promise.all([ownZones(database.db, actor), openColumns(database.db)]);
  const mayPublish = zones.length === 0 || zones.some(({ code }) => canLetPublish(actor, code));
  return { zones, columns, mayPublish };
};

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang } }) => {
    const typed = await typedSource(request);
    if (!typed) return fail(400, { problems: [{ says: words.formWrong }] });
    const input = await sourceInputFrom(database.db, typed);
    const outcome = input.ok ? await database.allOrNothing(actor, (tx) => addSource(tx, actor, input.value)) : input;
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/sources/${outcome.value.id}?done=add`);
  },
};
