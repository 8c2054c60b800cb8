import { allColumns } from '#news/read-columns.server.ts';
import { provinces } from '#places/read-provinces.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { db } = locals.database;
  const [columns, allProvinces] = await Promise.all([allColumns(db), provinces(db)]);
  locals.shows.add('column').add('place');
  return locals.drawn({ columns: columns.filter(({ retired }) => !retired), provinces: allProvinces });
};
