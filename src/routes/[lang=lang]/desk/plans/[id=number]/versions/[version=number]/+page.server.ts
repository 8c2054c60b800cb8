import { error } from '@sveltejs/kit';
import { planWords as words } from '#language/words/plans.ts';
import { differencesBetween } from '#plans/compare.ts';
import { planAt } from '#plans/read-versions.server.ts';
import { planHere } from '../../here.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const { version } = page.params;
  return planHere(page, async (tx, plan) => {
    const snapshot = await planAt(tx, plan, { version, audience: 'zone' });
    if (!snapshot) error(404, words.noVersion[page.locals.lang]);
    const next = await planAt(tx, plan, { version: version + 1, audience: 'zone' });
    return { version, snapshot, differences: next && differencesBetween(snapshot, next) };
  });
};
