import { viewsOf } from '#lists/read.server.ts';
import { planRow } from '#plans/list.ts';
import { canKeepPlans } from '#plans/plan.ts';
import { deskPlans, zonesOfPlans } from '#plans/read-desk.server.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { plans, next, total } = await deskPlans(tx, actor, asked);
    const page = { rows: plans.map((plan) => planRow(plan, lang)), total, ...(next && { next }) };
    const mayAdd = zonesOfPlans(actor, canKeepPlans)?.length !== 0;
    return { list, asked, page, mayAdd, views: await viewsOf(tx, actor, list.name) };
  });

export const actions: Actions = viewActions('plans');
