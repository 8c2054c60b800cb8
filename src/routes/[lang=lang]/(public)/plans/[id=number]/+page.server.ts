import { error } from '@sveltejs/kit';
import { publicClustersOfPlan } from '#clusters/read-public.server.ts';
import { partsOfPlan } from '#delivery/read-plan-parts.server.ts';
import { publicIndicatorsOfPlan } from '#indicators/read-public.server.ts';
import { planWords as words } from '#language/words/plans.ts';
import { goalsOfPlan } from '#plans/read-goals.server.ts';
import { publicPlanById } from '#plans/read-public.server.ts';
import { adjustmentsOf } from '#plans/read-versions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id } }) => {
  const { db } = locals.database;
  const plan = await publicPlanById(db, id);
  if (!plan) error(404, words.notPublic[locals.lang]);
  const [goals, parts, clusters, indicators, adjustments] = await Promise.all([
    goalsOfPlan(db, id),
    partsOfPlan(db, id, 'public'),
    publicClustersOfPlan(db, id),
    publicIndicatorsOfPlan(db, id),
    adjustmentsOf(db, id),
  ]);
  locals.shows.add(`plan:${id}`).add('zone').add(`measures:${plan.zone.code}`);
  return locals.drawn({ plan, goals, parts, clusters, indicators, adjustments });
};
