import { toPublicPlan } from '#plans/public.ts';
import { goalsOfPlan } from '#plans/read-goals.server.ts';
import { publicPlanById } from '#plans/read-public.server.ts';
import { adjustmentsOf } from '#plans/read-versions.server.ts';
import { reading } from '../../answer.ts';
import { endpoints } from '../../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.plan, async ({ locals, params }) => {
  const id = params['id'] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const { db } = locals.database;
  const plan = await publicPlanById(db, Number(id));
  if (!plan) return undefined;
  const [goals, adjustments] = await Promise.all([goalsOfPlan(db, plan.id), adjustmentsOf(db, plan.id)]);
  locals.shows.add(`plan:${id}`).add('zone');
  return { data: toPublicPlan({ plan, goals, adjustments }, locals.config.origin) };
});
