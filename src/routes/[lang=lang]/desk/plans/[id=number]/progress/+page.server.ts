import { partsOfPlan } from '#delivery/read-plan-parts.server.ts';
import { goalsOfPlan } from '#plans/read-goals.server.ts';
import { planHere } from '../here.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (page) =>
  planHere(page, async (tx, { id }) => ({
    goals: await goalsOfPlan(tx, id),
    parts: await partsOfPlan(tx, id, 'zone'),
  }));
