import { organisationsOf } from '#accounts/actor.ts';
import { viewsOf } from '#lists/read.server.ts';
import { blockerRow } from '#slips/blocker-list.ts';
import { canSpeakFor } from '#slips/blocker.ts';
import { blockersFor } from '#slips/read-blocker-list.server.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { blockers, next, total } = await blockersFor(tx, actor, asked);
    const page = { rows: blockers.map((one) => blockerRow(one, lang)), total, ...(next && { next }) };
    const mayFile = organisationsOf(actor).some((id) => canSpeakFor(actor, id));
    return { list, asked, page, mayFile, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = viewActions('blockers');
