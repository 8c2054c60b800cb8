import { fail, redirect } from '@sveltejs/kit';
import { rowsIn } from '#projects/care/list-form.ts';
import type { CareList } from '#projects/care/lists.ts';
import { careLists } from '#projects/care/read-lists.server.ts';
import { saveCareList } from '#projects/care/write-lists.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => ({
  lists: await database.inTransaction(actor, careLists),
  saved: url.searchParams.get('saved') ?? '',
});

const save =
  (list: CareList) =>
  async ({ request, locals: { actor, database }, url }: RequestEvent) => {
    const rows = rowsIn(list, await request.formData());
    const outcome = await database.allOrNothing(actor, (tx) => saveCareList(tx, actor, { list, rows }));
    if (!outcome.ok) return fail(422, { list, rows, problems: outcome.problems });
    redirect(303, `${url.pathname}?saved=${list}#${list}`);
  };

export const actions: Actions = { questions: save('questions'), permits: save('permits'), tags: save('tags') };
