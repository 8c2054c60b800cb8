import { connectionList, connectionRow } from '#connections/list.ts';
import { deskConnections } from '#connections/read-list.server.ts';
import { askedOf } from '#lists/address.ts';
import { viewsOf } from '#lists/read.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const asked = askedOf(connectionList, url.searchParams);
    const { connections, next, total } = await deskConnections(tx, actor, asked);
    const page = { rows: connections.map((one) => connectionRow(one, lang)), total, ...(next && { next }) };
    return { asked, page, views: await viewsOf(tx, actor, connectionList.name) };
  });

export const actions: Actions = viewActions(connectionList.name);
