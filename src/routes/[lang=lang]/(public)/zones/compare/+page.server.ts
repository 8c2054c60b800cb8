import { mostCompared, parseCompare } from '#zones/compare.ts';
import { findForComparing } from '#zones/read-compare.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = locals.database;
  const request = parseCompare(url.searchParams);
  const found = await findForComparing(db, request, url.searchParams.get('add') ?? '');
  locals.shows.add('zone').add('place');
  return locals.drawn({ ...found, full: found.zones.length >= mostCompared });
};
