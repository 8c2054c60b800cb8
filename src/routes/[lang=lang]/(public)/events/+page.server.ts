import { error } from '@sveltejs/kit';
import { parseEventQuery } from '#events/list.ts';
import { countEvents } from '#events/read-counts.server.ts';
import { listEvents } from '#events/read-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = parseEventQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { db } = locals.database;
  const now = locals.now();
  const { after, ...filter } = query.value;
  const [list, counts] = await Promise.all([listEvents(db, { ...query.value, now }), countEvents(db, filter, now)]);
  locals.shows.add('event-list');
  return locals.drawn({ list, counts, filter, isFirst: after === undefined });
};
