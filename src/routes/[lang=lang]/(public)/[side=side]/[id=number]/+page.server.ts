import { error } from '@sveltejs/kit';
import { shownMatches } from '#connections/read-public.server.ts';
import { eventsOfListing } from '#events/read-listings.server.ts';
import { boardWords as words } from '#language/words/board.ts';
import { publicListing, relatedListings } from '#listings/read-public.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.database;
  const listing = await publicListing(db, locals.lang, { side: params.side, id: params.id });
  locals.shows.add(`listing:${params.id}`).add('listing-list').add('organisation').add('zone').add('event-list');
  if (!listing) error(404, words.notFound[locals.lang]);
  const [related, matches, events] = await Promise.all([
    relatedListings(db, locals.lang, listing),
    shownMatches(locals.database, { ...params, lang: locals.lang }),
    eventsOfListing(db, listing.id),
  ]);
  return locals.drawn({ listing, related, matches, events });
};
