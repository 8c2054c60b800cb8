import { fail } from '@sveltejs/kit';
import { viewsOf } from '#lists/read.server.ts';
import { deleteView, saveView } from '#lists/write.server.ts';
import { articleRow } from '#news/desk-list.ts';
import { deskArticles } from '#news/read-desk-list.server.ts';
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
  saveView: async ({ request, locals: { actor, database } }) => {
    const form = await request.formData();
    const input = { list: 'articles', name: form.get('name'), query: form.get('query') };
    const outcome = await database.inTransaction(actor, (tx) => saveView(tx, actor, input));
    return outcome.ok ? { problems: [] } : fail(422, { problems: outcome.problems });
  },
  deleteView: async ({ request, locals: { actor, database } }) => {
    const id = Number((await request.formData()).get('view'));
    await database.inTransaction(actor, (tx) => deleteView(tx, actor, id));
    return { problems: [] };
  },
};
