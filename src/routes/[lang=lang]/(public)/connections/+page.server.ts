import { funnelQuery } from '#connections/funnel.ts';
import { publicFunnelFor } from '#connections/read-public-funnel.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = funnelQuery.parse(Object.fromEntries(url.searchParams));
  locals.shows.add('funnel').add('listing-list');
  return locals.drawn({ asked, ...(await publicFunnelFor(locals.database, asked)) });
};
