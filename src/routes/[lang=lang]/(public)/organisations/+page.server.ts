import { chosenNames, countFacets, listOrganisations } from '#organisations/read-directory.server.ts';
import { askedOf } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const directory = askedOf(url, locals);
  const { db } = locals.database;
  const [list, counted, names] = await Promise.all([
    listOrganisations(db, directory),
    countFacets(db, directory.filter),
    chosenNames(db, directory.filter),
  ]);
  locals.shows.add('organisation').add('zone').add('place');
  return locals.drawn({ list, counted, names, directory });
};
