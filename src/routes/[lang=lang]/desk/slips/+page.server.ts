import { viewsOf } from '#lists/read.server.ts';
import { deskSlips } from '#slips/read-list.server.ts';
import { slipRow } from '#slips/slip-list.ts';
import { canDirect, zonesOfSlips } from '#slips/slip.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked, day } = await listFor(tx, actor, { query: url.searchParams, now: now() });
    const { slips, next, total } = await deskSlips(tx, actor, asked);
    const page = { rows: slips.map((slip) => slipRow(slip, lang, day)), total, ...(next && { next }) };
    const mayRaise = zonesOfSlips(actor)?.some((zone) => canDirect(actor, zone)) ?? !actor.viewedBy;
    return { list, asked, page, mayRaise, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = viewActions('slips');
