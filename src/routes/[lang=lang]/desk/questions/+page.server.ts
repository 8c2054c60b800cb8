import { fail } from '@sveltejs/kit';
import { deskWords as words } from '#language/words/desk.ts';
import { draftForm } from '#news/draft-form.ts';
import { draftsFor } from '#news/read-drafts.server.ts';
import { openColumns } from '#news/read-columns.server.ts';
import { numberAsked } from '../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';
import { placeDraft } from './place-draft.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor, database } = locals;
  const before = numberAsked(url, 'before');
  const [drafts, columns] = await database.inTransaction(
    actor,
    async (tx) => [await draftsFor(tx, actor, before), await openColumns(tx)] as const,
  );
  return { drafts, columns };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = draftForm.safeParse(Object.fromEntries(await request.formData()));
    if (!form.success) return fail(400, { article: 0, problems: [{ says: words.formWrong }], values: {} });
    const outcome = await placeDraft(locals, form.data);
    const { article } = form.data;
    if (!outcome.ok) return fail(422, { article, problems: outcome.problems, values: form.data });
    return { article, published: outcome.value.published };
  },
};
