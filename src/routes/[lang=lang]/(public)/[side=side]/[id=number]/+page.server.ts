import { error } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { publicMatchesOf } from '#connections/read-public.server.ts';
import { boardWords as words } from '#language/words/board.ts';
import { publicListing, relatedListings } from '#listings/read-public.server.ts';
import type { PageServerLoad } from './$types';

/** More than these nobody compares on a page; the API has them all. */
const matchesShown = 5;

export const load: PageServerLoad = async ({ locals, params: { side, id } }) => {
  const { lang, database, shows } = locals;
  const listing = await publicListing(database.db, lang, { side, id });
  shows.add(`listing:${id}`).add('listing-list').add('organisation').add('zone');
  if (!listing) error(404, words.notFound[lang]);
  const asked = { need: id, lang, origin: '' };
  const matches = side === 'need' ? await database.inTransaction(theSystem, (tx) => publicMatchesOf(tx, asked)) : [];
  const related = await relatedListings(database.db, lang, listing);
  return locals.drawn({ listing, related, matches: matches.slice(0, matchesShown) });
};
