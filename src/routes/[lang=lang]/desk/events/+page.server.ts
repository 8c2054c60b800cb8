import { eventRow } from '#events/event-list.ts';
import { deskEvents } from '#events/read-desk.server.ts';
import { viewsOf } from '#lists/read.server.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { events, next, total } = await deskEvents(tx, actor, asked);
    const page = { rows: events.map((event) => eventRow(event, lang)), total, ...(next && { next }) };
    return { list, asked, page, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = viewActions('events');
