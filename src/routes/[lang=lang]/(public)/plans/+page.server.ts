import { error } from '@sveltejs/kit';
import { parseQuery } from '#platform/query.ts';
import { formatCursor, planQuery } from '#plans/query.ts';
import { listPlans } from '#plans/read-public.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const known = [...url.searchParams].filter(([name]) => Object.hasOwn(planQuery.shape, name));
  const query = parseQuery(planQuery, new URLSearchParams(known));
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { after, ...filter } = query.value;
  const list = await listPlans(locals.database.db, query.value);
  locals.shows.add('plan-list');
  for (const { id } of list.cards) locals.shows.add(`plan:${id}`);
  return locals.drawn({
    ...{ cards: list.cards, filter, isFirst: after === undefined },
    after: list.after && formatCursor(list.after),
  });
};
