import { dateOf } from '#language/dates.ts';
import { viewsOf } from '#lists/read.server.ts';
import { roundRow } from '#rounds/list.ts';
import { roundsFor, zonesOfRounds } from '#rounds/read-list.server.ts';
import { canKeepRounds } from '#rounds/round.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { rounds, next, total } = await roundsFor(tx, actor, asked);
    const on = { lang, today: dateOf(now()) };
    const page = { rows: rounds.map((round) => roundRow(round, on)), total, ...(next && { next }) };
    const mayAsk = zonesOfRounds(actor, canKeepRounds)?.length !== 0 && !actor.viewedBy;
    return { list, asked, page, mayAsk, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = viewActions('rounds');
