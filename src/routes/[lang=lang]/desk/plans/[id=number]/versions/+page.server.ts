import { error } from '@sveltejs/kit';
import { planWords as words } from '#language/words/plans.ts';
import { differencesBetween } from '#plans/compare.ts';
import { adjustmentsOf, planAt } from '#plans/read-versions.server.ts';
import { planHere } from '../here.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const asked = (name: string, otherwise: number) => Number(page.url.searchParams.get(name) ?? otherwise);
  return planHere(page, async (tx, plan) => {
    const [from, to] = [asked('from', Math.max(1, plan.version - 1)), asked('to', plan.version)];
    if (![from, to].every((one) => Number.isInteger(one) && one >= 1 && one <= plan.version))
      error(400, words.noVersion[page.locals.lang]);
    const before = await planAt(tx, plan, { version: from, audience: 'zone' });
    const after = await planAt(tx, plan, { version: to, audience: 'zone' });
    if (!before || !after) error(404, words.noVersion[page.locals.lang]);
    return { from, to, differences: differencesBetween(before, after), adjustments: await adjustmentsOf(tx, plan.id) };
  });
};
