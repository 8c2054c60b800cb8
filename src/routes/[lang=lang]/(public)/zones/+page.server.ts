import { error } from '@sveltejs/kit';
import { chosenNames } from '#zones/read-names.server.ts';
import { parseDirectoryQuery } from '#zones/directory.ts';
import { countFacets, listZones, zoneDots } from '#zones/read-directory.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = parseDirectoryQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const { db } = locals.database;
  const [list, counted, dots, names] = await Promise.all([
    listZones(db, query.value),
    countFacets(db, query.value.filter),
    zoneDots(db, query.value.filter),
    chosenNames(db, query.value.filter),
  ]);
  locals.shows.add('zone').add('place');
  return locals.drawn({ list, counted, dots, names, directory: query.value });
};
