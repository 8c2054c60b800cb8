import { viewsOf } from '#lists/read.server.ts';
import { deskSources } from '#sources/read-list.server.ts';
import { sourceRow } from '#sources/source-list.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { sources, next, total } = await deskSources(tx, actor, asked);
    const page = { rows: sources.map((source) => sourceRow(source, lang)), total, ...(next && { next }) };
    const done = url.searchParams.get('done') === 'remove' ? ('remove' as const) : undefined;
    return { list, asked, page, views: await viewsOf(tx, actor, list.name), done };
  });

export const actions: Actions = viewActions('sources');
