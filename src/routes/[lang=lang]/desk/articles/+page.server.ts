import { fail } from '@sveltejs/kit';
import { listWords } from '#language/words/lists.ts';
import { viewsOf } from '#lists/read.server.ts';
import { articleRow } from '#news/desk-list.ts';
import { deskArticles } from '#news/read-desk-list.server.ts';
import { viewActions } from '../list-views.server.ts';
import { bulkForm, doBulk } from './bulk.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { articles, next, total } = await deskArticles(tx, actor, asked);
    const page = { rows: articles.map((article) => articleRow(article, lang)), total, ...(next && { next }) };
    return { list, asked, page, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = {
  bulk: async ({ request, locals }) => {
    const asked = bulkForm(await request.formData());
    if (!asked.ok) return fail(422, { problems: asked.problems });
    const { did, refused } = await doBulk(locals, asked.value);
    const said = did.length > 0 ? [{ says: listWords.did(did.length) }] : [];
    return { problems: [], said, refused, undo: asked.value.input.action === 'remove' ? did : [] };
  },
  ...viewActions('articles'),
};
