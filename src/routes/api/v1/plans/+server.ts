import { toPublicPlanCard } from '#plans/public.ts';
import { formatCursor } from '#plans/query.ts';
import { listPlans } from '#plans/read-public.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.plans, async (event, query) => {
  const { config, database, shows } = event.locals;
  const list = await listPlans(database.db, query);
  shows.add('plan-list');
  for (const { id } of list.cards) shows.add(`plan:${id}`);
  return {
    data: list.cards.map((card) => toPublicPlanCard(card, config.origin)),
    next: nextAddress(event, list.after && formatCursor(list.after)),
  };
});
