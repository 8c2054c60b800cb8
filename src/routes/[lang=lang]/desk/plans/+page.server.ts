import { isOperator } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { planList, planRow } from '#plans/list.ts';
import { deskPlans } from '#plans/read-desk.server.ts';
import { ownZones } from '../zone-choice.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) => {
  const asked = askedOf(planList, url.searchParams);
  const { plans, next, total } = await database.inTransaction(actor, (tx) => deskPlans(tx, actor, asked));
  const own = await ownZones(database.db, actor, ['publisher', 'leader']);
  const rows = plans.map((plan) => planRow(plan, lang));
  const page = { rows, total, ...(next && { next }) };
  return { list: planList, asked, page, mayAdd: isOperator(actor) || own.length > 0 };
};
