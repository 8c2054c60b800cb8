import { error } from '@sveltejs/kit';
import { visitor } from '#accounts/actor.ts';
import { planWords as words } from '#language/words/plans.ts';
import { differencesBetween } from '#plans/compare.ts';
import { publicPlanById } from '#plans/read-public.server.ts';
import { planAt } from '#plans/read-versions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id, version } }) => {
  const found = await locals.database.inTransaction(visitor, async (tx) => {
    const plan = await publicPlanById(tx, id);
    const snapshot = plan && (await planAt(tx, plan, { version, audience: 'public' }));
    const next = plan && (await planAt(tx, plan, { version: version + 1, audience: 'public' }));
    return plan && snapshot && { plan, snapshot, differences: next && differencesBetween(snapshot, next) };
  });
  if (!found) error(404, words.noVersion[locals.lang]);
  locals.shows.add(`plan:${id}`).add(`measures:${found.plan.zone.code}`);
  return locals.drawn({ ...found, version });
};
